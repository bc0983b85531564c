package ru.smartsbridge.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The seams between the modules, over all of them at once. */
@AnalyzeClasses(packages = "ru.smartsbridge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JETTY = "org.eclipse.jetty..";

    @ArchTest
    static final ArchRule javalin_stands_in_the_server_alone = noClasses()
            .that()
            .resideOutsideOfPackage("ru.smartsbridge.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_facade_knows_no_transport_and_no_http_server = noClasses()
            .that()
            .resideInAnyPackage(
                    "ru.smartsbridge.server.facade..",
                    "ru.smartsbridge.server.odata..",
                    "ru.smartsbridge.server.uploads..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.rest..", "ru.smartsbridge.sandbox..", "io.javalin..", JETTY);

    @ArchTest
    static final ArchRule the_server_finds_transports_by_the_api_alone = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.rest..", "ru.smartsbridge.sandbox..");

    @ArchTest
    static final ArchRule the_api_knows_nobody = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.smartsbridge.server..",
                    "ru.smartsbridge.rest..",
                    "ru.smartsbridge.sandbox..",
                    "io.javalin..",
                    JETTY);

    @ArchTest
    static final ArchRule a_transport_knows_neither_the_server_nor_another_transport = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", "ru.smartsbridge.sandbox..", "org.eclipse.jetty.server..");

    @ArchTest
    static final ArchRule the_sandbox_knows_neither_the_server_nor_another_transport = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", "ru.smartsbridge.rest..", JETTY);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ru.smartsbridge.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_is_called_manager_helper_or_util = classes()
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils");
}
