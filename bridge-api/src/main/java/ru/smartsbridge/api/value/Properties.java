package ru.smartsbridge.api.value;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * The properties of an object in the order in which they came, known and unknown alike.
 *
 * <p>Immutable. Names are exact ({@code iNN} is not {@code inn}); {@link #nameIgnoringCase} finds one by the rule
 * of query options. Two are equal when names, order and values are.
 */
public final class Properties implements Value, Iterable<Map.Entry<String, Value>> {
    /** No properties at all. */
    public static final Properties EMPTY = new Properties(new String[0], new Value[0]);

    private final String[] names;
    private final Value[] values;

    private Properties(String[] names, Value[] values) {
        this.names = names;
        this.values = values;
    }

    /** Begins a new object. */
    public static Builder builder() {
        return new Builder();
    }

    /** The properties of {@code map}, in its order. */
    public static Properties of(Map<String, ? extends Value> map) {
        return new Properties(map.keySet().toArray(String[]::new), map.values().toArray(Value[]::new));
    }

    /** What an object as written has; the arrays are the new object's own from then on. */
    static Properties written(String[] names, Value[] values) {
        return names.length == 0 ? EMPTY : new Properties(names, values);
    }

    public int size() {
        return names.length;
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /** The value; empty when the property is absent, {@link Value#NULL} when it is null. */
    public Optional<Value> get(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(values[index]);
    }

    /** The property's own name for one that may differ in case. */
    public Optional<String> nameIgnoringCase(String name) {
        if (has(name)) {
            return Optional.of(name);
        }
        return Arrays.stream(names).filter(name::equalsIgnoreCase).findFirst();
    }

    /** The names, in order. */
    public List<String> names() {
        return List.of(names);
    }

    /** The text; null when the property is absent or null. */
    public String text(String name) {
        Value value = present(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Text text) {
            return text.value();
        }
        throw unexpected(name, "text");
    }

    /** The exact number; null when the property is absent or null. */
    public BigDecimal decimal(String name) {
        Value value = present(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.decimal();
        }
        throw unexpected(name, "a number");
    }

    /** True only where the property is there and true. */
    public boolean flag(String name) {
        Value value = present(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Flag flag) {
            return flag == Flag.TRUE;
        }
        throw unexpected(name, "true or false");
    }

    /** The texts of an array; empty when the property is absent or null. */
    public List<String> texts(String name) {
        return items(name).stream()
                .map(item -> {
                    if (item instanceof Text text) {
                        return text.value();
                    }
                    throw unexpected(name, "texts");
                })
                .toList();
    }

    /** The objects of an array; empty when the property is absent or null. */
    public List<Properties> objects(String name) {
        return items(name).stream()
                .map(item -> {
                    if (item instanceof Properties object) {
                        return object;
                    }
                    throw unexpected(name, "objects");
                })
                .toList();
    }

    /** The nested object, where there is one. */
    public Optional<Properties> object(String name) {
        Value value = present(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Properties object) {
            return Optional.of(object);
        }
        throw unexpected(name, "an object");
    }

    private List<Value> items(String name) {
        Value value = present(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Items items) {
            return items.values();
        }
        throw unexpected(name, "an array");
    }

    /** The same with one property set: in its place where it was there, else at the end. */
    public Properties with(String name, Value value) {
        int index = indexOf(name);
        int size = index < 0 ? names.length + 1 : names.length;
        String[] newNames = index < 0 ? Arrays.copyOf(names, size) : names;
        Value[] newValues = Arrays.copyOf(values, size);
        int at = index < 0 ? size - 1 : index;
        newNames[at] = name;
        newValues[at] = value;
        return new Properties(newNames, newValues);
    }

    /** The same without one property. */
    public Properties without(String name) {
        int index = indexOf(name);
        if (index < 0) {
            return this;
        }
        Map<String, Value> rest = asMap();
        rest.remove(name);
        return of(rest);
    }

    /** These with {@code changes} laid over them: what is named there is replaced, what is not stays. */
    public Properties merged(Properties changes) {
        Map<String, Value> merged = asMap();
        changes.forEach(change -> merged.put(change.getKey(), change.getValue()));
        return of(merged);
    }

    /** A new, mutable map of the same content and order. */
    public Map<String, Value> asMap() {
        Map<String, Value> map = new LinkedHashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return map;
    }

    @Override
    public Iterator<Map.Entry<String, Value>> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < names.length;
            }

            @Override
            public Map.Entry<String, Value> next() {
                if (next == names.length) {
                    throw new NoSuchElementException();
                }
                int i = next++;
                return new AbstractMap.SimpleImmutableEntry<>(names[i], values[i]);
            }
        };
    }

    private Value present(String name) {
        int index = indexOf(name);
        return index < 0 || values[index] == NULL ? null : values[index];
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static BridgeException unexpected(String name, String expected) {
        return new BridgeException(Category.BACKEND_FAILED, ApiTexts.text("value.unexpected", name, expected)).at(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties that
                && Arrays.equals(names, that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    /** As JSON, with the values of secret properties masked: it may stand in a log. */
    @Override
    public String toString() {
        return Json.masked(this);
    }

    /** Collects the properties of one object, in order. */
    public static final class Builder {
        private static final int FEW = 24;

        private final List<String> names = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();

        private Builder() {}

        private boolean isAnyTwice() {
            return names.size() <= FEW ? isAnyTwiceAmongFew() : isAnyTwiceAmongMany();
        }

        /** Most objects have few names, and most names differ in their length. */
        private boolean isAnyTwiceAmongFew() {
            for (int i = 1; i < names.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (names.get(i).equals(names.get(j))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** A hash table of places, at most half full; a set would make an object of each name. */
        private boolean isAnyTwiceAmongMany() {
            int[] places = new int[Integer.highestOneBit(names.size()) << 2];
            int mask = places.length - 1;
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                int hash = name.hashCode();
                int at = (hash ^ hash >>> 16) & mask;
                for (; places[at] != 0; at = at + 1 & mask) {
                    if (names.get(places[at] - 1).equals(name)) {
                        return true;
                    }
                }
                places[at] = i + 1;
            }
            return false;
        }

        /** Adds a property; the caller sees to it that no name comes twice, {@link #build} refuses it. */
        public Builder put(String name, Value value) {
            names.add(name);
            values.add(value);
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, Value.text(text));
        }

        public Builder put(String name, BigDecimal number) {
            return put(name, Value.number(number));
        }

        public Builder put(String name, long number) {
            return put(name, Value.number(number));
        }

        public Builder put(String name, boolean flag) {
            return put(name, Value.flag(flag));
        }

        public Builder put(String name, List<? extends Value> items) {
            return put(name, Value.items(items));
        }

        /**
         * The object.
         *
         * @throws IllegalStateException where a name came twice: such JSON could not be read back
         */
        public Properties build() {
            if (isAnyTwice()) {
                throw new IllegalStateException("a property comes twice among " + names);
            }
            return new Properties(names.toArray(String[]::new), values.toArray(Value[]::new));
        }
    }
}
