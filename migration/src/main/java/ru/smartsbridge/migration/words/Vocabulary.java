package ru.smartsbridge.migration.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;

/**
 * Sets and fields in the base's own words: Russian names beside those of {@code $metadata}, and the key fields of
 * tables. Immutable.
 *
 * <p>Additional fields are named by the base's document types, tables and product schema; the properties that every
 * base has by the component's Russian aliases [run].
 */
public final class Vocabulary {
    private final Map<String, String> sets;
    private final Map<String, Map<String, String>> fields;
    private final Map<String, List<String>> keys;

    private Vocabulary(
            Map<String, String> sets, Map<String, Map<String, String>> fields, Map<String, List<String>> keys) {
        this.sets = sets;
        this.fields = fields;
        this.keys = keys;
    }

    /** That of every base. */
    public static final Vocabulary STANDARD = new Vocabulary(Map.of(), Map.of(), Map.of());

    /** What document types, tables and the product schema declare, each with its fields expanded. */
    public static Vocabulary of(
            List<DocumentType> types, List<TableInfo> tables, Optional<ProductSchema> productSchema) {
        Map<String, String> sets = new HashMap<>();
        Map<String, Map<String, String>> fields = new HashMap<>();
        Map<String, List<String>> keys = new HashMap<>();
        for (DocumentType type : types) {
            String set = "Docs/" + uni(type.uni(), type.name());
            put(sets, set, type.name());
            Map<String, String> names = new HashMap<>(names(type.properties(), "fields", ""));
            for (String lines : List.of("declaredItems", "currentItems", "combinedItems")) {
                names.putAll(names(type.properties(), "columns", lines + "/"));
            }
            type.properties().objects("tables").forEach(table -> names.putAll(names(table, "fields", "tables/rows/")));
            fields.put(set, names);
        }
        for (TableInfo table : tables) {
            String set = "Tables/" + uni(table.uni(), table.name());
            put(sets, set, table.name());
            fields.put(set, names(table.properties(), "fields", ""));
            List<String> key = table.fields().stream()
                    .filter(FieldInfo::keyIndex)
                    .map(Vocabulary::property)
                    .flatMap(Optional::stream)
                    .toList();
            if (!key.isEmpty()) {
                keys.put(set, key);
            }
        }
        productSchema.ifPresent(schema -> {
            Map<String, String> names = new HashMap<>(names(schema.properties(), "fields", ""));
            names.putAll(names(schema.properties(), "fields", "packings/"));
            fields.put("Products", names);
        });
        return new Vocabulary(sets, fields, keys);
    }

    private static void put(Map<String, String> names, String key, String name) {
        if (name != null && !name.isEmpty()) {
            names.put(key, name);
        }
    }

    private static String uni(String uni, String name) {
        return uni == null || uni.isEmpty() ? Transliteration.uni(name == null ? "" : name) : uni;
    }

    private static Map<String, String> names(Properties owner, String navigation, String below) {
        Map<String, String> names = new HashMap<>();
        for (Properties field : owner.objects(navigation)) {
            FieldInfo info = new FieldInfo(field);
            property(info).ifPresent(property -> put(names, below + property, info.fieldName()));
        }
        return names;
    }

    private static Optional<String> property(FieldInfo field) {
        String uni = uni(field.uni(), field.fieldName());
        return uni.isEmpty() ? Optional.empty() : Optional.of(Transliteration.property(uni));
    }

    /** The Russian name of a set, with what stands before its slash as it is: {@code Docs/ПодборЗаказа}. */
    public Optional<String> set(String set) {
        return Optional.ofNullable(sets.get(set)).map(name -> set.substring(0, set.indexOf('/') + 1) + name);
    }

    /** The Russian name of a field; steps that have none stay as they are. Empty where none has. */
    public Optional<String> field(String set, List<String> path) {
        List<String> words = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < path.size(); i++) {
            Optional<String> word = word(set, path.subList(0, i + 1));
            any |= word.isPresent();
            words.add(word.orElse(path.get(i)));
        }
        return any ? Optional.of(String.join("/", words)) : Optional.empty();
    }

    private Optional<String> word(String set, List<String> path) {
        String own = fields.getOrDefault(set, Map.of()).get(String.join("/", path));
        if (own != null) {
            return Optional.of(own);
        }
        String type = typeOf(set, path);
        return Optional.ofNullable(Aliases.NAMES.getProperty(type + "." + path.get(path.size() - 1)));
    }

    private static String typeOf(String set, List<String> path) {
        String holder = path.size() < 2 ? "" : path.get(path.size() - 2);
        return switch (holder) {
            case "" ->
                switch (set.contains("/") ? set.substring(0, set.indexOf('/')) : set) {
                    case "Docs" -> "Document";
                    case "Products" -> "Product";
                    case "Users" -> "User";
                    case "UserGroups" -> "UserGroup";
                    case "Warehouses" -> "Warehouse";
                    case "Cells" -> "Cell";
                    case "TablesInfo" -> "DocumentTableInfo";
                    default -> "";
                };
            case "declaredItems", "currentItems", "combinedItems" -> "DocumentItem";
            case "packings" -> "Packing";
            case "states" -> "DocumentState";
            case "fields", "columns", "allFields", "defaultFields" -> "FieldInfo";
            case "cells" -> "Cell";
            case "tables" -> set.equals("DocTypes") ? "DocumentTableInfo" : "DocumentTable";
            default -> "";
        };
    }

    /** The properties by which rows of a table are known; none where it names none [guess: {@code issqlKeyIndex}]. */
    public List<String> key(String set) {
        return keys.getOrDefault(set, List.of());
    }

    /** Whether a name that a person wrote means a set: by {@code uni} or in Russian, ignoring case. */
    public boolean isSet(String written, String set) {
        return set.equalsIgnoreCase(written)
                || set(set).filter(written::equalsIgnoreCase).isPresent();
    }

    /** Read when it is first asked for. */
    private static final class Aliases {
        static final java.util.Properties NAMES = new java.util.Properties();

        static {
            try (InputStream file = Vocabulary.class.getResourceAsStream("aliases.properties")) {
                if (file == null) {
                    throw new IllegalStateException("the program's own file aliases.properties is missing");
                }
                NAMES.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
