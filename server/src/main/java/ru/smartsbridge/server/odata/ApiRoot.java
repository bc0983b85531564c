package ru.smartsbridge.server.odata;

import java.util.Optional;
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

    /** {@code @odata.context} of what stands below an entity or a singleton. */
    public String context(Address.Below below) {
        StringBuilder context = new StringBuilder(metadata()).append('#').append(contextName(below.set()));
        if (!below.info().singleton() && !below.key().isEmpty()) {
            context.append(key(below.key()));
        }
        for (Step step : below.steps()) {
            context.append('/').append(PercentEncoding.encode(step.name()));
            Optional<String> key = step instanceof Step.Navigation navigation
                    ? navigation.key()
                    : step instanceof Step.Table table ? table.key() : Optional.empty();
            if (step != below.last()) { // of the last one "/$entity" tells that it is one
                key.ifPresent(one -> context.append(key(one)));
            }
        }
        return context.toString();
    }

    private static String key(String key) {
        return "('" + PercentEncoding.encode(key.replace("'", "''")) + "')";
    }

    /** {@code @odata.context} of a singleton. */
    public String contextOfSingleton(String name) {
        return metadata() + "#" + name;
    }

    /** The address of an entity, for {@code Location}; the set's own where its entity is asked without a key. */
    public String location(EntitySet<?> set, Optional<String> key) {
        return origin + PATH + set.name() + key.map(ApiRoot::key).orElse("");
    }

    /** Documents of a type are named as documents of all types [doc for Docs][guess: tables by their own name]. */
    private static String contextName(EntitySet<?> set) {
        return set.kind() == SetKind.DOCS ? SetKind.DOCS.edmName() : set.name();
    }
}
