package com.rebatesuite.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The model knows no technology, and adapters do not know each other. Seen red with an SQL import in the model. */
class ArchitectureTest {

    private static final String ROOT = "com.rebatesuite.inventory";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theModelKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".level",
                        ROOT + ".location",
                        ROOT + ".movement",
                        ROOT + ".reservation",
                        ROOT + ".commit",
                        ROOT + ".view",
                        ROOT + ".count",
                        ROOT + ".transfer",
                        ROOT + ".alert",
                        ROOT + ".notification",
                        ROOT + ".outside",
                        ROOT + ".deadletter",
                        ROOT + ".reconciliation",
                        ROOT + ".replenishment")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.kafka..",
                        "org.springframework.cloud..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..",
                        "org.springframework.data..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "tools.jackson..",
                        "jakarta.servlet..",
                        "jakarta.mail..",
                        "jakarta.validation..",
                        ROOT + ".kafka..",
                        ROOT + ".web..",
                        ROOT + ".*.web..",
                        ROOT + ".*.kafka..",
                        ROOT + ".*.postgres..",
                        ROOT + ".*.redis..",
                        ROOT + ".*.http..",
                        ROOT + ".*.mail..")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching(ROOT + ".(*).(*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void featuresDoNotKnowEachOtherInCircles() {
        slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
    }
}
