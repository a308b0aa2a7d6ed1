package org.truceline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the code to the structure that ARCHITECTURE.md describes. */
@AnalyzeClasses(packages = "org.truceline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @Test
    void modulesDependOnEachOtherAsTheirPackageInfoSays() {
        ApplicationModules.of(Truceline.class).verify();
    }

    @ArchTest
    static final ArchRule modulesHaveNoCycles =
            slices().matching("org.truceline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule geodesyKnowsNothingOfTruceline = classes()
            .that()
            .resideInAPackage("org.truceline.geodesy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.truceline.geodesy..",
                    "java..",
                    "org.locationtech.jts..",
                    "net.sf.geographiclib..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule onlyCrsKnowsReferencing = noClasses()
            .that()
            .resideOutsideOfPackage("org.truceline.crs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.geotools.referencing..", "org.geotools.api.referencing..");

    @ArchTest
    static final ArchRule onlyCrsAndCql2KnowGeoTools = noClasses()
            .that()
            .resideOutsideOfPackages("org.truceline.crs..", "org.truceline.cql2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.geotools..");

    @ArchTest
    static final ArchRule onlyCql2KnowsParsers = noClasses()
            .that()
            .resideOutsideOfPackage("org.truceline.cql2..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "org.geotools.filter..", "org.geotools.api.filter..");

    @ArchTest
    static final ArchRule viewerTalksOverHttpOnly = noClasses()
            .that()
            .resideInAPackage("org.truceline.viewer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule httpEndsAtTheEdge = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.truceline.features..",
                    "org.truceline.layers..",
                    "org.truceline.ceasefire..",
                    "org.truceline.cql2..",
                    "org.truceline.formats..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");
}
