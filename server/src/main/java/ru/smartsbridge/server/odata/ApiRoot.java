package ru.smartsbridge.server.odata;

import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;

/**
 * The address under which a client sees the API, for the links in answers.
 *
 * @param origin scheme, host and port as the client used them
 */
public record ApiRoot(String origin) {
    /** Whatever address the client used, the path in answers is this [doc][rec]. */
    private static final String PATH = "/MobileSMARTS/api/v1/";

    /** {@code @odata.context} of the service document, and what the other contexts begin with. */
    public String metadata() {
        return origin + PATH + "$metadata";
    }

    /** {@code @odata.context} of entities of a set. */
    public String context(EntitySet<?> set) {
        return metadata() + "#" + contextName(set);
    }

    /** {@code @odata.context} of what a navigation leads to. */
    public String context(EntitySet<?> set, String key, String navigation) {
        return metadata() + "#" + contextName(set) + "('" + PercentEncoding.encode(key.replace("'", "''")) + "')/"
                + PercentEncoding.encode(navigation);
    }

    /** {@code @odata.context} of a singleton. */
    public String contextOfSingleton(String name) {
        return metadata() + "#" + name;
    }

    /** The address of an entity, for {@code Location}. */
    public String location(EntitySet<?> set, String key) {
        return origin + PATH + set.name() + "('" + PercentEncoding.encode(key.replace("'", "''")) + "')";
    }

    /** Documents of a type are named as documents of all types [doc for Docs][guess: tables by their own name]. */
    private static String contextName(EntitySet<?> set) {
        return set.kind() == SetKind.DOCS ? SetKind.DOCS.edmName() : set.name();
    }
}
