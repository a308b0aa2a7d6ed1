# Truceline's server. It brings no database: TRUCELINE_DATABASE_URL names one with PostGIS.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
# The libraries are a layer of their own, fetched again only when pom.xml changes.
RUN mvn -q -B -ntp dependency:go-offline
COPY src/main src/main
COPY gis/data gis/data
RUN mvn -q -B -ntp -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/truceline.jar extract --layers --destination layers

FROM eclipse-temurin:21-jre
RUN useradd --system --create-home --home-dir /var/lib/truceline --shell /usr/sbin/nologin truceline
WORKDIR /opt/truceline
# What changes least comes first.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER truceline
ENV TRUCELINE_HOME=/var/lib/truceline \
    SERVER_ADDRESS=0.0.0.0
VOLUME /var/lib/truceline
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD curl --fail --silent --output /dev/null http://127.0.0.1:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-jar", "truceline.jar"]
