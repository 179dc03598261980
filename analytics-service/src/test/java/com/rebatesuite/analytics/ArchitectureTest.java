package com.rebatesuite.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Features hold the model; adapters know it and never each other. */
class ArchitectureTest {

    private static final String HOME = "com.rebatesuite.analytics";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOME);

    @Test
    void theModelKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(HOME + ".sales", HOME + ".behaviour")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.cloud..",
                        "jakarta.servlet..",
                        "com.datastax..",
                        "org.springframework.data..",
                        "java.sql..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "io.micrometer..",
                        HOME + ".*.web..",
                        HOME + ".*.kafka..",
                        HOME + ".*.cassandra..",
                        HOME + ".cassandra..")
                .check(classes);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching(HOME + ".(*).(*)..").should().notDependOnEachOther().check(classes);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching(HOME + ".(sales|behaviour)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    /** The exception is the class Kafka Streams makes by its name. */
    @Test
    void adaptersAreNobodysBusiness() {
        classes()
                .that()
                .resideInAnyPackage(HOME + ".*.web", HOME + ".*.kafka", HOME + ".*.cassandra")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("BoundedRocksDb")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(classes);
    }
}
