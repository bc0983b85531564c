package ru.smartsbridge.server.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.schema.Nearest;

/** One mapping of a file while it is read: values by key, and what is wrong with them. Used by one thread. */
public final class Mapping {
    static final String MASK = "***";

    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@\\s]*(?=@)");

    private final Item.Branch branch;
    private final String path;
    private final Placeholders placeholders;
    private final Problems problems;

    Mapping(Item.Branch branch, String path, Placeholders placeholders, Problems problems) {
        this.branch = branch;
        this.path = path;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** A value with how it may be shown and where it was set. */
    public record Value<T>(T value, String shown, Origin origin) {}

    Origin origin() {
        return branch.origin();
    }

    /** The keys that are there, in the order written. */
    public Collection<String> keys() {
        return branch.children().keySet();
    }

    /** The key with dots, from the top. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Where the key stands. */
    Origin origin(String key) {
        return branch.children().get(key).key();
    }

    /** Where the key's value stands. */
    Origin valueOrigin(String key) {
        return branch.children().get(key).item().origin();
    }

    /** Refuses every key that is none of these. */
    public void allow(Collection<String> known) {
        branch.children().forEach((key, child) -> {
            if (!known.contains(key)) {
                Nearest.to(key, known)
                        .ifPresentOrElse(
                                near -> problems.add(child.key(), path(key), "key.unknown.nearest", near),
                                () -> problems.add(child.key(), path(key), "key.unknown", String.join(", ", known)));
            }
        });
    }

    /** The mapping under a key, an empty one where there is nothing under it; empty where there is no such key. */
    public Optional<Mapping> mapping(String key) {
        Item.Child child = branch.children().get(key);
        if (child == null) {
            return Optional.empty();
        }
        if (child.item() instanceof Item.Branch inner) {
            return Optional.of(new Mapping(inner, path(key), placeholders, problems));
        }
        if (!(child.item() instanceof Item.Nothing)) {
            problems.add(child.item().origin(), path(key), "value.mapping");
        }
        return Optional.of(new Mapping(new Item.Branch(Map.of(), child.key()), path(key), placeholders, problems));
    }

    /** The value of a key; empty where it is not set or wrong. */
    public <T> Optional<Value<T>> value(String key, Form<T> form, boolean secret) {
        Item.Child child = branch.children().get(key);
        if (child == null) {
            return Optional.empty();
        }
        if (child.item() instanceof Item.Scalar scalar) {
            return value(key, scalar, form, secret);
        }
        problems.add(
                child.item().origin(),
                path(key),
                child.item() instanceof Item.Nothing ? "value.nothing" : "value.single");
        return Optional.empty();
    }

    /** The value of a key, or another where it is not set or wrong. */
    public <T> T value(String key, Form<T> form, T otherwise) {
        return value(key, form, false).map(Value::value).orElse(otherwise);
    }

    /** True or false, or {@code otherwise} where it is not set or wrong. */
    public boolean flag(String key, boolean otherwise) {
        return value(key, Form.flag(), Boolean.valueOf(otherwise));
    }

    /** The elements of a list, or of a text with commas between them; none where it is not set. */
    public <T> List<T> list(String key, Form<T> form) {
        Item.Child child = branch.children().get(key);
        List<T> list = new ArrayList<>();
        if (child == null || child.item() instanceof Item.Nothing) {
            return list;
        }
        if (child.item() instanceof Item.Scalar scalar) {
            for (String element : scalar.text().split(",")) {
                if (!element.isBlank()) {
                    value(key, new Item.Scalar(element.trim(), scalar.origin()), form, false)
                            .ifPresent(value -> list.add(value.value()));
                }
            }
        } else if (child.item() instanceof Item.Sequence sequence) {
            for (Item element : sequence.items()) {
                if (element instanceof Item.Scalar scalar) {
                    value(key, scalar, form, false).ifPresent(value -> list.add(value.value()));
                } else {
                    problems.add(element.origin(), path(key), "value.single");
                }
            }
        } else {
            problems.add(child.item().origin(), path(key), "value.list");
        }
        return list;
    }

    /** The mappings in a list under a key; none where it is not set. */
    public List<Mapping> mappings(String key) {
        Item.Child child = branch.children().get(key);
        List<Mapping> mappings = new ArrayList<>();
        if (child == null || child.item() instanceof Item.Nothing) {
            return mappings;
        }
        if (!(child.item() instanceof Item.Sequence sequence)) {
            problems.add(child.item().origin(), path(key), "value.list");
            return mappings;
        }
        for (Item element : sequence.items()) {
            if (element instanceof Item.Branch inner) {
                mappings.add(new Mapping(inner, path(key), placeholders, problems));
            } else {
                problems.add(element.origin(), path(key), "value.mapping");
            }
        }
        return mappings;
    }

    /** Tells that something is wrong with a key, or with the whole where it is not set. */
    public void wrong(String key, Text text) {
        problems.add(keys().contains(key) ? origin(key) : origin(), path(key), text);
    }

    private <T> Optional<Value<T>> value(String key, Item.Scalar scalar, Form<T> form, boolean secret) {
        String shown = shown(scalar.text(), secret);
        Optional<String> filled = placeholders.fill(scalar.text(), scalar.origin(), path(key));
        Optional<T> value = filled.flatMap(form.parse());
        if (filled.isPresent() && value.isEmpty()) {
            problems.add(scalar.origin(), path(key), form.wrong().apply(shown));
        }
        return value.map(parsed -> new Value<>(parsed, shown, scalar.origin()));
    }

    /** A value as it may be printed: as written, not as filled in, and without what stands before {@code @} in an address. */
    static String shown(String written, boolean secret) {
        return secret ? MASK : USER_INFO.matcher(written).replaceAll(MASK);
    }
}
