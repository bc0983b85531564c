package ru.smartsbridge.api.schema;

import java.util.Map;

/**
 * How Mobile SMARTS makes a {@code uni} of a Russian name [run][rec].
 *
 * <p>The base's own {@code uni} is the authority; this serves only where there is none.
 */
public final class Transliteration {
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "yo"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "j"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shh"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"));

    private Transliteration() {}

    /**
     * The {@code uni} of a name: letters by the table, an upper-case one with an upper-case first Latin letter;
     * spaces dropped and each word begun with a capital; other characters as they are. A name without Cyrillic stays
     * as it is [run].
     */
    public static String uni(String name) {
        if (name.chars().noneMatch(c -> LATIN.containsKey((char) Character.toLowerCase(c)))) {
            return name;
        }
        boolean words = name.indexOf(' ') >= 0;
        StringBuilder uni = new StringBuilder(name.length() * 2);
        boolean wordBegins = words;
        for (char c : name.toCharArray()) {
            if (c == ' ') {
                wordBegins = true;
                continue;
            }
            String latin = LATIN.getOrDefault(Character.toLowerCase(c), String.valueOf(c));
            boolean capital = LATIN.containsKey(Character.toLowerCase(c)) && Character.isUpperCase(c) || wordBegins;
            uni.append(capital ? capitalized(latin) : latin);
            wordBegins = false;
        }
        return uni.toString();
    }

    /** The JSON property of a field's {@code uni}: its first letter in lower case [rec]. */
    public static String property(String uni) {
        return uni.isEmpty() ? uni : Character.toLowerCase(uni.charAt(0)) + uni.substring(1);
    }

    private static String capitalized(String latin) {
        return latin.isEmpty() ? latin : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }
}
