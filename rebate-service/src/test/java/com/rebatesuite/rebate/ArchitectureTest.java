package com.rebatesuite.rebate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.rebatesuite.rebate");

    private static final String[] MODEL = {
        "com.rebatesuite.rebate.ledger",
        "com.rebatesuite.rebate.rule",
        "com.rebatesuite.rebate.view",
        "com.rebatesuite.rebate.live",
        "com.rebatesuite.rebate.settlement"
    };

    private static final String[] ADAPTERS = {"..kafka..", "..cassandra..", "..web.."};

    @Test
    void theModelKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(MODEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.kafka..",
                        "org.springframework.http..",
                        "org.apache.kafka..",
                        "com.datastax..",
                        "org.springframework.data..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "jakarta.servlet..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theDecisionsOfTheLedgerKnowNotEvenSpring() {
        noClasses()
                .that()
                .resideInAPackage("com.rebatesuite.rebate.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.micrometer..", "com.rebatesuite.platform..")
                .check(CLASSES);
    }

    @Test
    void theModelKnowsNoAdapter() {
        noClasses()
                .that()
                .resideInAnyPackage(MODEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS)
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching("com.rebatesuite.rebate.(*).(*)")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("com.rebatesuite.rebate.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
