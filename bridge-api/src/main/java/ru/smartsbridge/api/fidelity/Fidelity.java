package ru.smartsbridge.api.fidelity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a kind of transport does not carry to the letter; all that no entry speaks of, it does. Immutable. */
public record Fidelity(List<Entry> entries) {
    /** Everything comes back to the letter and to the digit, in its order. */
    public static final Fidelity EXACT = new Fidelity(List.of());

    /**
     * These entries.
     *
     * @throws IllegalArgumentException where two have one id
     */
    public Fidelity {
        entries = List.copyOf(entries);
        Set<String> ids = new HashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("two entries are called " + entry.id());
            }
        }
    }

    /** The entries that count for a base that goes this way. */
    public List<Entry> entries(Way base) {
        return entries.stream().filter(entry -> entry.way().counts(base)).toList();
    }

    /** As a table in Markdown, for the docs. */
    public String markdown() {
        StringBuilder table =
                new StringBuilder("| id | where | way | what comes back | observed |\n|---|---|---|---|---|\n");
        for (Entry entry : entries) {
            table.append(cell(entry.id()))
                    .append(cell(entry.where().phrase()))
                    .append(cell(entry.way().name().toLowerCase(java.util.Locale.ROOT)))
                    .append(cell(entry.rule().phrase()))
                    .append(cell(entry.fact()))
                    .append("|\n");
        }
        return table.toString();
    }

    private static String cell(String text) {
        return "| " + text.replace("|", "\\|") + " ";
    }
}
