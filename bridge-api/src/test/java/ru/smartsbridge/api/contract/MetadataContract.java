package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** All that the base's metadata has, set by set: what is not served is refused for the reason that was told beforehand. */
abstract class MetadataContract extends ContractPart {
    /** Sets that are filled by uploads, or within documents. */
    private static final Set<SetKind> NOT_CREATED_ALONE = EnumSet.of(
            SetKind.PRODUCTS,
            SetKind.TABLES,
            SetKind.CELLS,
            SetKind.ROW,
            SetKind.DOCS,
            SetKind.DOCUMENT_ITEM,
            SetKind.PRODUCT_SCHEMA,
            SetKind.OTHER);

    private List<SetInfo> sets() {
        return List.copyOf(schema().edmx().sets().values());
    }

    private static String keyName(StructuredType type) {
        return type.key().get(0);
    }

    private boolean isServed(Verb verb, SetKind kind) {
        return transport().capabilities().missing(verb, kind).isEmpty();
    }

    private static void refused(String what, Throwable thrown) {
        assertThat(thrown)
                .as(what)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(Category.UNSUPPORTED_HERE));
    }

    @Test
    void every_set_is_listed_and_its_entities_are_found_by_their_keys() {
        for (SetInfo info : sets()) {
            EntitySet<?> set = EntitySet.named(info.name());
            if (info.singleton() || base().lacks().containsKey(Equipment.DEVICES) && set.kind() == SetKind.DEVICES) {
                continue;
            }
            if (!isServed(Verb.LIST, set.kind())) {
                refused(info.name(), catchThrowable(() -> list(set, Query.ALL)));
                refused(info.name(), catchThrowable(() -> transport().find(set, "1", Query.ALL, call())));
                continue;
            }
            for (Entity entity : list(set, Query.ALL.withTop(2))) {
                StructuredType type = schema().edmx().typeOf(info);
                String key = entity.properties().text(keyName(type));
                String asked = set.kind() == SetKind.PRODUCT_SCHEMA ? "" : key;
                assertThat(found(set, asked).text(keyName(type)))
                        .as(info.name())
                        .isEqualTo(key);
            }
        }
    }

    @Test
    void every_singleton_is_read() {
        for (SetInfo info : sets()) {
            if (info.singleton() && info.name().equals("BaseInfo")) {
                assertThat(transport().baseInfo(call()).properties().isEmpty()).isFalse();
            } else if (info.singleton()) {
                EntitySet<?> set = EntitySet.named(info.name());
                if (isServed(Verb.FIND, set.kind())) {
                    assertThat(found(set, "").isEmpty()).as(info.name()).isFalse();
                } else {
                    refused(info.name(), catchThrowable(() -> transport().find(set, "", Query.ALL, call())));
                }
            }
        }
    }

    @Test
    void every_navigation_is_followed_from_an_entity_by_a_path_and_inline() {
        Set<String> followed = new TreeSet<>();
        for (SetInfo info : sets()) {
            EntitySet<?> set = EntitySet.named(info.name());
            boolean reached = !info.singleton()
                    && isServed(Verb.LIST, set.kind())
                    && isServed(Verb.RELATED, set.kind())
                    && !(set.kind() == SetKind.DEVICES && base().lacks().containsKey(Equipment.DEVICES));
            if (reached) {
                StructuredType type = schema().edmx().typeOf(info);
                for (Entity entity : list(set, Query.ALL.withTop(1))) {
                    String key = set.kind() == SetKind.PRODUCT_SCHEMA
                            ? ""
                            : entity.properties().text(keyName(type));
                    type.navigations().values().forEach(navigation -> follow(set, type, key, navigation, followed));
                }
            }
        }
        assertThat(followed)
                .contains(
                        "Document.declaredItems", "Document.combinedItems", "DocumentItem.product", "Warehouse.cells");
    }

    private void follow(
            EntitySet<?> set, StructuredType type, String key, EdmProperty navigation, Set<String> followed) {
        String simple = type.simpleName();
        String name = simple + "." + navigation.name();
        Query few = navigation.type().collection() ? Query.ALL.withTop(3) : Query.ALL;
        Query inline = Query.ALL.withExpand(List.of(new Expansion(navigation.name(), few)));
        if (transport().capabilities().missingNavigations().containsKey(name)) {
            refused(
                    set + " " + name,
                    catchThrowable(() -> all(transport().related(set, key, navigation.name(), few, call()))));
            refused(set + " " + name, catchThrowable(() -> transport().find(set, key, inline, call())));
            return;
        }
        List<Properties> there = all(transport().related(set, key, navigation.name(), few, call())).stream()
                .map(Entity::properties)
                .toList();
        Value shown = found(set, key, inline).get(navigation.name()).orElse(Value.NULL);
        List<Value> expanded = new ArrayList<>();
        if (shown instanceof Value.Items items) {
            expanded.addAll(items.values());
        } else if (shown != Value.NULL) {
            expanded.add(shown);
        }
        assertThat(there).as(set + "('" + key + "') " + name).hasSameSizeAs(expanded);
        if (!navigation.type().collection()) {
            assertThat(there).as(set + "('" + key + "') " + name).hasSizeLessThanOrEqualTo(1);
        }
        followed.add(name);
    }

    @Test
    void every_set_that_is_not_filled_by_uploads_takes_an_entity_changes_it_and_gives_it_back() {
        for (SetInfo info : sets()) {
            EntitySet<?> set = EntitySet.named(info.name());
            if (info.singleton() || NOT_CREATED_ALONE.contains(set.kind())) {
                continue;
            }
            String keyName = keyName(schema().edmx().typeOf(info));
            String key = newId();
            Properties entity = Properties.builder().put(keyName, key).build();
            if (isServed(Verb.CREATE, set.kind())) {
                lives(set, keyName, key, entity);
            } else {
                refused(info.name(), catchThrowable(() -> create(set, entity)));
                refused(info.name(), catchThrowable(() -> transport().update(set, key, entity, call())));
                refused(info.name(), catchThrowable(() -> transport().replace(set, key, entity, call())));
                refused(info.name(), catchThrowable(() -> transport().delete(set, key, call())));
            }
        }
    }

    private <T extends Entity> boolean create(EntitySet<T> set, Properties entity) {
        return transport().create(set, set.view(entity), call()).created();
    }

    private void lives(EntitySet<?> set, String keyName, String key, Properties entity) {
        assertThat(create(set, entity)).as("%s created", set).isTrue();
        try {
            assertThat(create(set, entity)).as("%s created again", set).isFalse();
            Optional<String> text =
                    schema().edmx().typeOf(schema().edmx().set(set.name()).orElseThrow()).properties().values().stream()
                            .filter(property -> property.type().name().equals("Edm.String")
                                    && !property.type().collection()
                                    && !property.name().equals(keyName)
                                    && !property.name().equals("uni"))
                            .map(EdmProperty::name)
                            .findFirst();
            text.ifPresent(property -> {
                transport()
                        .update(
                                set,
                                key,
                                Properties.builder().put(property, "ё'1").build(),
                                call());
                assertThat(found(set, key).text(property)).as("%s", set).isEqualTo("ё'1");
                transport().replace(set, key, entity.with(property, Value.text("2")), call());
                assertThat(found(set, key).text(property)).as("%s", set).isEqualTo("2");
            });
        } finally {
            transport().delete(set, key, call());
        }
        assertThat(has(set, key)).as("%s deleted", set).isFalse();
        failsWith(Category.NOT_FOUND, () -> transport().delete(set, key, call()));
    }
}
