package ru.smartsbridge.api.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code $metadata} of a base that gives none itself: what every Mobile SMARTS base has, and sets of its own. */
public final class StandardMetadata {
    private static final String DOCUMENTS = "Docs/";
    private static final String TABLES = "Tables/";

    private StandardMetadata() {}

    /** As a real server that runs «Склад 15» answered it [edmx]. */
    public static Edmx recorded() {
        return EdmxReader.read(document().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The types and sets that every base has, with a set for each of its document types and tables, in the order given.
     *
     * @param documentTypeUnis each gives a set {@code Docs/{uni}}, with the navigations of the recorded ones
     * @param tableUnis each gives a set {@code Tables/{uni}}
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED} where a name holds a character that XML
     *     has no form for
     */
    public static Edmx of(Collection<String> documentTypeUnis, Collection<String> tableUnis) {
        String withTables = withSets(document(), TABLES, tableUnis);
        return EdmxReader.read(withSets(withTables, DOCUMENTS, documentTypeUnis).getBytes(StandardCharsets.UTF_8));
    }

    /** The recorded sets of a kind stand in one run, where the others are put in their place, each after the first one's form. */
    private static String withSets(String document, String kind, Collection<String> unis) {
        String set = "<EntitySet Name=\"" + kind + "([^\"]*)\"[^>]*?(?:/>|[^/]>.*?</EntitySet>)";
        Matcher recorded = Pattern.compile("(?:" + set + ")+").matcher(document);
        Matcher first = Pattern.compile(set).matcher(document);
        if (!recorded.find() || !first.find()) {
            throw new IllegalStateException("the program's own metadata has no " + kind);
        }
        String before = document.substring(first.start(), first.start(1));
        String after = document.substring(first.end(1), first.end());
        String own = unis.stream()
                .distinct()
                .map(uni -> before + escaped(uni) + after)
                .collect(Collectors.joining());
        return document.substring(0, recorded.start()) + own + document.substring(recorded.end());
    }

    /** As an attribute's value, where white space but the space itself would else be read as a space. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#x9;")
                .replace("\n", "&#xA;")
                .replace("\r", "&#xD;");
    }

    private static String document() {
        try (InputStream recorded = StandardMetadata.class.getResourceAsStream("metadata.xml")) {
            if (recorded == null) {
                throw new IllegalStateException("the program's own file metadata.xml is missing");
            }
            return new String(recorded.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
