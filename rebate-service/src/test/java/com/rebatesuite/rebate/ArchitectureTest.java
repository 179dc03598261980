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
        "com.rebatesuite.rebate.account",
        "com.rebatesuite.rebate.adjustment",
        "com.rebatesuite.rebate.claim",
        "com.rebatesuite.rebate.command",
        "com.rebatesuite.rebate.earning",
        "com.rebatesuite.rebate.keyed",
        "com.rebatesuite.rebate.ledger",
        "com.rebatesuite.rebate.listing",
        "com.rebatesuite.rebate.live",
        "com.rebatesuite.rebate.payout",
        "com.rebatesuite.rebate.quote",
        "com.rebatesuite.rebate.rule",
        "com.rebatesuite.rebate.settlement",
        "com.rebatesuite.rebate.simulation",
        "com.rebatesuite.rebate.withdrawal"
    };

    private static final String[] ADAPTERS = {"..kafka..", "..cassandra..", "..web..", "..http.."};

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
                .resideInAnyPackage("com.rebatesuite.rebate.ledger", "com.rebatesuite.rebate.earning")
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
