package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/** Members found, not found, and failing, on a registered component. */
@ExtendWith(OnApartment.class)
class MembersInWindows {
    private static final String PRODUCT = "Cleverence.Warehouse.Product";
    private static final String PACKINGS = "Packings";
    private static final Pattern ENTRY =
            Pattern.compile("^\\d\\d.\\d\\d.\\d{4} \\d\\d:\\d\\d:\\d\\d.\\d{3} ERROR", Pattern.MULTILINE);

    private final JacobAutomation automation = OnApartment.automation();

    @Test
    void a_property_is_found_by_its_russian_alias() {
        try (AutomationObject product = automation.create(PRODUCT)) {
            product.put(Member.writing("Name", "Имя"), "Молоко");
            assertThat(product.get(Member.of("Name"))).isEqualTo("Молоко");
            product.call(Member.writing("SetField", "УстановитьПоле"), "Поле", 2.5);
            assertThat(product.call(Member.of("GetField"), "Поле")).isEqualTo(2.5);
        }
    }

    @Test
    void an_alias_that_is_not_there_gives_way_to_the_name() {
        try (AutomationObject product = automation.create(PRODUCT)) {
            product.put(Member.writing("Name", "НетТакого"), "Сыр");
            assertThat(product.get(Member.of("Name"))).isEqualTo("Сыр");
        }
    }

    @Test
    void a_name_that_the_object_does_not_know_is_not_called() {
        try (AutomationObject product = automation.create(PRODUCT);
                AutomationObject packings = product.child(Member.of(PACKINGS))) {
            for (AutomationObject object : new AutomationObject[] {product, packings}) {
                ComFailure failure =
                        catchThrowableOfType(ComFailure.class, () -> object.get(Member.of("NoSuchMember")));
                assertThat(failure.hresult()).isEqualTo(0x80020006);
                assertThat(failure.attempted()).isEqualTo("NoSuchMember");
            }
        }
    }

    @Test
    void the_default_members_are_called_by_their_names() {
        try (AutomationObject product = automation.create(PRODUCT);
                AutomationObject packings = product.child(Member.of(PACKINGS));
                AutomationObject packing = automation.create("Cleverence.Warehouse.Packing")) {
            packing.put(Member.of("Id"), "шт");
            packings.call(Member.of("Add"), packing);
            assertThat(packings.number(Member.of("Count"))).isOne();
            try (AutomationObject first = packings.object(Member.of("Item"), 0)) {
                assertThat(first.get(Member.of("Id"))).isEqualTo("шт");
            }
            assertThat(product.text(Member.of("ToString"))).isEqualTo(PRODUCT);
        }
    }

    @Test
    void an_object_is_put_into_a_property() {
        try (AutomationObject product = automation.create(PRODUCT);
                AutomationObject field = automation.create("Cleverence.Warehouse.FieldValue")) {
            product.put(Member.of("Id"), "п7");
            field.put(Member.of("Value"), product);
            try (AutomationObject again = field.child(Member.of("Value"))) {
                assertThat(again.get(Member.of("Id"))).isEqualTo("п7");
            }
        }
    }

    @Test
    void a_member_that_the_configuration_renames_is_called_by_its_actual_name() {
        JacobAutomation renaming = OnApartment.automation(Map.of("Title", "Name"));
        try (AutomationObject product = renaming.create(PRODUCT)) {
            product.put(Member.writing("Title", "Ид"), "Хлеб");
            assertThat(product.get(Member.of("Name"))).isEqualTo("Хлеб");
        }
    }

    @Test
    void an_unregistered_class_is_refused_with_its_code() {
        ComFailure failure = catchThrowableOfType(ComFailure.class, () -> automation.create("No.Such"));
        assertThat(failure.hresult()).isEqualTo(0x800401F3);
        assertThat(failure.attempted()).isEqualTo("No.Such");
    }

    @Test
    void a_failing_call_comes_with_its_code_and_without_a_text_that_nobody_said() {
        try (AutomationObject connector = automation.create("Cleverence.Warehouse.StorageConnector")) {
            ComFailure failure =
                    catchThrowableOfType(ComFailure.class, () -> connector.call(Member.of("GetDocuments"), "", false));
            assertThat(failure.hresult()).isEqualTo(0x80131604);
            assertThat(failure.description()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void a_failing_write_is_made_once_by_its_alias_and_twice_by_its_name() throws IOException {
        try (AutomationObject connector = automation.create("Cleverence.Warehouse.StorageConnector")) {
            long before = entries();
            assertThatThrownBy(() -> connector.call(Member.writing("RemoveDocument", "УдалитьДокумент"), "нет"))
                    .isInstanceOf(ComFailure.class);
            long byAlias = entries();
            assertThat(byAlias).isGreaterThan(before);
            assertThatThrownBy(() -> connector.call(Member.of("RemoveDocument"), "нет"))
                    .isInstanceOf(ComFailure.class);
            // each attempt may note its error at more than one place
            assertThat(entries() - byAlias).isEqualTo(2 * (byAlias - before));
        }
    }

    @Test
    void an_object_that_was_closed_is_not_used_again() {
        AutomationObject product = automation.create(PRODUCT);
        product.close();
        product.close();
        ComFailure failure = catchThrowableOfType(ComFailure.class, () -> product.get(Member.of("Id")));
        assertThat(failure.hresult()).isEqualTo(ComFailure.CLOSED);
    }

    private static long entries() throws IOException {
        long entries = 0;
        try (Stream<Path> logs = Files.list(OnApartment.logs())) {
            for (Path log : logs.filter(file -> file.getFileName().toString().startsWith("com_"))
                    .toList()) {
                Matcher matcher = ENTRY.matcher(Files.readString(log));
                while (matcher.find()) {
                    entries++;
                }
            }
        }
        return entries;
    }
}
