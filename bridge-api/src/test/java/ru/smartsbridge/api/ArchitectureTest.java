package ru.smartsbridge.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ru.smartsbridge.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule everybody_can_use_it_because_it_uses_nobody_but_jackson = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "ru.smartsbridge.api..",
                    "com.fasterxml.jackson.core..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.xml..");

    @ArchTest
    static final ArchRule only_values_are_read_by_jackson = noClasses()
            .that()
            .resideOutsideOfPackage("ru.smartsbridge.api.value..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching("ru.smartsbridge.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_the_transport_speaks_of_does_not_know_the_transport = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.api.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ru.smartsbridge.api");
}
