package org.truceline.ogcapi;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.UrlHandlerFilter;

/** Lets through the URLs that clients write, where a web framework would turn them down. */
@Configuration(proxyBeanMethods = false)
class UrlTolerance {
    /** Resources answer with and without a slash at the end: clients try both. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        return new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
    }

    /** Ids of features and names of relations may hold a slash, written %2F in the URL. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlash() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Queries are written with these characters bare by QGIS and by people, though RFC 3986 wants them encoded. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareCharacters() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}"));
    }

    /** What is beyond tolerance is answered like any other mistake. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
