package ru.smartsbridge.com;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The seams between the layers of this transport. */
@AnalyzeClasses(packages = "ru.smartsbridge.com", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule jacob_and_jna_stand_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("ru.smartsbridge.com.jacob..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.jacob..", "com.sun.jna..");

    @ArchTest
    static final ArchRule the_apartment_knows_neither_com_nor_mobile_smarts = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.com.apartment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.jacob..",
                    "com.sun.jna..",
                    "ru.smartsbridge.api.model..",
                    "ru.smartsbridge.com.jacob..",
                    "ru.smartsbridge.com.automation..",
                    "ru.smartsbridge.com.connector..",
                    "ru.smartsbridge.com.mapping..");

    @ArchTest
    static final ArchRule the_automation_seam_knows_nobody_behind_it = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.com.automation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.jacob..", "com.sun.jna..", "ru.smartsbridge.com.jacob..", "ru.smartsbridge.com.apartment..");
}
