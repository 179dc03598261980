package com.rebatesuite.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final String[] ADAPTERS = {"..web..", "..kafka..", "..postgres..", "..http..", "..schedule.."};

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.rebatesuite.order");

    @Test
    void theModelKnowsNoTechnology() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.jdbc..",
                        "org.springframework.kafka..",
                        "org.springframework.cloud..",
                        "org.springframework.security..",
                        "org.apache.kafka..",
                        "jakarta.servlet..",
                        "java.sql..",
                        "java.net.http..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "com.rebatesuite.platform.outbox..",
                        "com.rebatesuite.platform.messaging..",
                        "com.rebatesuite.platform.problem..")
                .check(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "kafka", "postgres", "http", "schedule"})
    void nobodyKnowsAnAdapter(String adapter) {
        noClasses()
                .that()
                .resideOutsideOfPackage(".." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.rebatesuite.order.." + adapter + "..")
                .check(service);
    }

    @Test
    void adaptersAreInvisible() {
        classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .and(JavaClass.Predicates.resideInAPackage("com.rebatesuite.order.."))
                .should()
                .notBePublic()
                .check(service);
    }

    @Test
    void featuresDoNotGoInCircles() {
        slices().matching("com.rebatesuite.order.(*)").should().beFreeOfCycles().check(service);
    }
}
