package com.rebatesuite.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses GATEWAY =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("com.rebatesuite.gateway");

    @Test
    void problemsKnowNothingOfLimits() {
        noClasses()
                .that()
                .resideInAPackage("..problem..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..limit..")
                .check(GATEWAY);
    }

    @Test
    void theArithmeticOfRatesKnowsNoFramework() {
        noClasses()
                .that()
                .haveSimpleName("Rate")
                .or()
                .haveSimpleName("LocalRates")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(GATEWAY);
    }
}
