package ru.smartsbridge.sandbox.base;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.store.Keys;

/**
 * Under which keys the entities of each set are found.
 *
 * <p>A cell's id is its own within its warehouse only, a document's within its type: by the id alone the first of them
 * is found. An empty text is no key. A row is found by {@code uid}, and by the fields that its table
 * names as the key [guess: {@code issqlKeyIndex}]. Thread-safe.
 */
final class BaseKeys {
    private static final String PRODUCT_SCHEMA = "ProductSchema";

    private final Edmx edmx;
    private volatile Map<String, List<String>> keyFields = Map.of();

    BaseKeys(Edmx edmx) {
        this.edmx = edmx;
    }

    /** Takes over the key fields that tables declare. */
    void declare(List<TableInfo> tables) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (TableInfo table : tables) {
            List<String> names = table.fields().stream()
                    .filter(FieldInfo::keyIndex)
                    .flatMap(field -> uni(field.uni(), field.fieldName()).stream())
                    .map(Transliteration::property)
                    .toList();
            if (!names.isEmpty()) {
                uni(table.uni(), table.name()).ifPresent(uni -> fields.put(uni.toLowerCase(Locale.ROOT), names));
            }
        }
        keyFields = fields;
    }

    /** The declared one, else what the Russian name gives. */
    private static Optional<String> uni(String declared, String name) {
        return Optional.ofNullable(declared)
                .or(() -> Optional.ofNullable(name).map(Transliteration::uni))
                .filter(uni -> !uni.isEmpty());
    }

    /** The keys of a shelf. */
    Keys of(String shelf) {
        if (shelf.startsWith(Place.TABLES)) {
            return Keys.several(stored -> rowKeys(shelf.substring(Place.TABLES.length()), stored.entity()));
        }
        if (shelf.equals(Place.DOCS)) {
            return Keys.several(stored -> key(stored.entity(), "id")
                    .map(id -> List.of(documentKey(id, stored.tag()), id))
                    .orElse(List.of()));
        }
        if (shelf.equals(Place.CELLS)) {
            return Keys.one(stored -> key(stored.entity(), "id").map(id -> cellKey(id, stored.tag())));
        }
        if (shelf.equals(PRODUCT_SCHEMA)) {
            return Keys.one(stored -> Optional.of(""));
        }
        Optional<SetInfo> set = edmx.set(shelf);
        if (set.isEmpty() || set.get().singleton()) {
            return Keys.one(stored -> Optional.of(""));
        }
        String key = edmx.typeOf(set.get()).key().get(0);
        return Keys.one(stored -> key(stored.entity(), key));
    }

    /** The key of a cell in the store. */
    static String cellKey(String id, String warehouse) {
        return id + '\0' + warehouse;
    }

    /** The key of a document among those of all types. */
    static String documentKey(String id, String uni) {
        return id + '\0' + uni.toLowerCase(Locale.ROOT);
    }

    private List<String> rowKeys(String uni, Properties row) {
        List<String> keys = new ArrayList<>();
        key(row, "uid").ifPresent(keys::add);
        byFields(uni, row).ifPresent(keys::add);
        return keys;
    }

    /** The key that a row has by its table's key fields; begins with a character that no uid has. */
    Optional<String> byFields(String uni, Properties row) {
        List<String> fields = keyFields.getOrDefault(uni.toLowerCase(Locale.ROOT), List.of());
        if (fields.isEmpty() || !fields.stream().allMatch(row::has)) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder();
        for (String field : fields) {
            key.append('\0').append(comparable(row.get(field).orElse(Value.NULL)));
        }
        return Optional.of(key.toString());
    }

    private static String comparable(Value value) {
        if (value instanceof Value.Text text) {
            return "t" + text.value();
        }
        if (value instanceof Value.Number number) {
            BigDecimal decimal = number.decimal();
            return "n" + (decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros());
        }
        return value.toString();
    }

    private static Optional<String> key(Properties entity, String name) {
        return text(entity, name).filter(key -> !key.isEmpty());
    }

    /** A key's text; numbers stand for keys in some recordings' hands, so they are taken as they are written. */
    static Optional<String> text(Properties entity, String name) {
        return entity.get(name).flatMap(value -> {
            if (value instanceof Value.Text text) {
                return Optional.of(text.value());
            }
            return value instanceof Value.Number number ? Optional.of(number.literal()) : Optional.empty();
        });
    }
}
