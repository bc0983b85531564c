package ru.smartsbridge.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The seams between the modules, over all of them at once. */
@AnalyzeClasses(
        packages = "ru.smartsbridge",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The tests of other modules come as folders or, from {@code package} on, as jars. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            // what is made of templates calls back into the page that it draws
            return !location.contains("-tests.jar") && !location.contains("Generated.class");
        }
    }

    private static final String JETTY = "org.eclipse.jetty..";
    private static final String REST = "ru.smartsbridge.rest..";
    private static final String COM = "ru.smartsbridge.com..";
    private static final String SANDBOX = "ru.smartsbridge.sandbox..";

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
            .resideInAnyPackage(REST, COM, SANDBOX, "io.javalin..", JETTY);

    @ArchTest
    static final ArchRule the_server_finds_transports_by_the_api_alone = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REST, COM, SANDBOX);

    @ArchTest
    static final ArchRule jacob_and_jna_stand_in_one_package_of_com_transport = noClasses()
            .that()
            .resideOutsideOfPackage("ru.smartsbridge.com.jacob..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.jacob..", "com.sun.jna..");

    @ArchTest
    static final ArchRule com_transport_knows_neither_the_server_nor_another_transport = noClasses()
            .that()
            .resideInAPackage(COM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", REST, SANDBOX, JETTY);

    @ArchTest
    static final ArchRule the_api_knows_nobody = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", REST, COM, SANDBOX, "io.javalin..", JETTY);

    @ArchTest
    static final ArchRule a_transport_knows_neither_the_server_nor_another_transport = noClasses()
            .that()
            .resideInAPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", COM, SANDBOX, "org.eclipse.jetty.server..");

    @ArchTest
    static final ArchRule the_sandbox_knows_neither_the_server_nor_another_transport = noClasses()
            .that()
            .resideInAPackage(SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", REST, COM, JETTY);

    @ArchTest
    static final ArchRule comparisons_know_neither_the_server_nor_any_transport = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.migration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.smartsbridge.server..", REST, COM, SANDBOX, "io.javalin..", JETTY);

    @ArchTest
    static final ArchRule one_class_of_comparisons_knows_how_a_transport_is_asked = noClasses()
            .that()
            .resideInAPackage("ru.smartsbridge.migration..")
            .and()
            .doNotHaveSimpleName("TransportSide")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.smartsbridge.api.query..", "ru.smartsbridge.api.call..", "ru.smartsbridge.api.upload..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ru.smartsbridge.api.Transport.class);

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
