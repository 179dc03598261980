package com.rebatesuite.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses platform = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.rebatesuite.platform");

    /** rebate-service and analytics-service have no database: what they use must load without one. */
    @Test
    void needsADatabaseOnlyForOutboxAndIdempotency() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..outbox..", "..idempotency..", "..database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "org.postgresql..", "org.flywaydb..", "javax.sql..")
                .check(platform);
    }

    @Test
    void knowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.rebatesuite.order..",
                        "com.rebatesuite.inventory..",
                        "com.rebatesuite.rebate..",
                        "com.rebatesuite.analytics..",
                        "com.rebatesuite.gateway..")
                .check(platform);
    }

    @Test
    void keepsTheOutboxFreeOfTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("..outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                .check(platform);
    }
}
