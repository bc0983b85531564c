package ru.smartsbridge.api.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions of OData 4.0 on texts, dates and numbers, with what they take and give; those on places on Earth are
 * left out, since no property of Mobile SMARTS is one [edmx].
 */
public enum Function {
    CONTAINS(Kind.FLAG, Parameter.TEXT, Parameter.TEXT),
    STARTSWITH(Kind.FLAG, Parameter.TEXT, Parameter.TEXT),
    ENDSWITH(Kind.FLAG, Parameter.TEXT, Parameter.TEXT),
    CONCAT(Kind.TEXT, Parameter.TEXT, Parameter.TEXT),
    INDEXOF(Kind.NUMBER, Parameter.TEXT, Parameter.TEXT),
    LENGTH(Kind.NUMBER, Parameter.TEXT),
    /** From an index on, all or so many characters; the third argument may be missing. */
    SUBSTRING(Kind.TEXT, Parameter.TEXT, Parameter.NUMBER, Parameter.NUMBER),
    TOLOWER(Kind.TEXT, Parameter.TEXT),
    TOUPPER(Kind.TEXT, Parameter.TEXT),
    TRIM(Kind.TEXT, Parameter.TEXT),

    YEAR(Kind.NUMBER, Parameter.DAY),
    MONTH(Kind.NUMBER, Parameter.DAY),
    DAY(Kind.NUMBER, Parameter.DAY),
    HOUR(Kind.NUMBER, Parameter.TIME),
    MINUTE(Kind.NUMBER, Parameter.TIME),
    SECOND(Kind.NUMBER, Parameter.TIME),
    FRACTIONALSECONDS(Kind.NUMBER, Parameter.TIME),
    DATE(Kind.DAY, Parameter.MOMENT),
    TIME(Kind.TIME_OF_DAY, Parameter.MOMENT),
    TOTALOFFSETMINUTES(Kind.NUMBER, Parameter.MOMENT),
    TOTALSECONDS(Kind.NUMBER, Parameter.DURATION),
    NOW(Kind.MOMENT),
    MINDATETIME(Kind.MOMENT),
    MAXDATETIME(Kind.MOMENT),

    ROUND(Kind.NUMBER, Parameter.NUMBER),
    FLOOR(Kind.NUMBER, Parameter.NUMBER),
    CEILING(Kind.NUMBER, Parameter.NUMBER);

    /** What an argument may be. */
    public enum Parameter {
        TEXT(Kind.TEXT),
        NUMBER(Kind.NUMBER),
        MOMENT(Kind.MOMENT),
        DURATION(Kind.DURATION),
        /** Something that has a day. */
        DAY(Kind.MOMENT, Kind.DAY),
        /** Something that has a time of the day. */
        TIME(Kind.MOMENT, Kind.TIME_OF_DAY);

        private final List<Kind> kinds;

        Parameter(Kind... kinds) {
            this.kinds = List.of(kinds);
        }

        /** Whether an expression of that kind may stand here. */
        public boolean takes(Kind kind) {
            return kinds.stream().anyMatch(kind::fits);
        }
    }

    private final Kind result;
    private final List<Parameter> parameters;

    Function(Kind result, Parameter... parameters) {
        this.result = result;
        this.parameters = List.of(parameters);
    }

    public Kind result() {
        return result;
    }

    /** What each argument may be. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** How many arguments it takes at least; at most it takes all. */
    public int required() {
        return this == SUBSTRING ? parameters.size() - 1 : parameters.size();
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this name, ignoring case. */
    public static Optional<Function> named(String word) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
