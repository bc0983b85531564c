package ru.smartsbridge.rest.odata;

import java.util.Arrays;
import java.util.stream.Collectors;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;

/** Addresses of sets, entities, navigations and actions below an API's root, percent-encoded. */
public final class Addresses {
    private Addresses() {}

    /** {@code Docs/PrihodNaSklad}. */
    public static String set(EntitySet<?> set) {
        return path(set.name());
    }

    /** {@code Docs('id')}; the one {@code ProductSchema}, and any singleton, is asked without a key [doc]. */
    public static String entity(EntitySet<?> set, String key) {
        boolean single = set.kind() == SetKind.PRODUCT_SCHEMA || set.kind() == SetKind.OTHER && key.isEmpty();
        return single ? set(set) : set(set) + "('" + Percent.encode(key.replace("'", "''")) + "')";
    }

    /** {@code Docs('id')/declaredItems}, {@code Docs('id')/EndUpdate}, {@code Products/BeginUpdate}. */
    public static String below(String address, String name) {
        return address + "/" + path(name);
    }

    static String path(String name) {
        return Arrays.stream(name.split("/", -1)).map(Percent::encode).collect(Collectors.joining("/"));
    }
}
