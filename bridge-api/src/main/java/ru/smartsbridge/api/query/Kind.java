package ru.smartsbridge.api.query;

/** What sort of value an expression has, as far as that is known before there is an entity. */
public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    MOMENT,
    DAY,
    TIME_OF_DAY,
    DURATION,
    /** A member of an enumeration. */
    MEMBER,
    /** A complex value or an entity. */
    OBJECT,
    COLLECTION,
    /** Null, or an additional field whose type nobody declared: it may be anything. */
    ANY;

    /** The kind of a type of {@code $metadata}'s primitive ones. */
    public static Kind ofPrimitive(String edmType) {
        return switch (edmType) {
            case "Edm.String", "Edm.Guid" -> TEXT;
            case "Edm.Boolean" -> FLAG;
            case "Edm.DateTimeOffset" -> MOMENT;
            case "Edm.Date" -> DAY;
            case "Edm.TimeOfDay" -> TIME_OF_DAY;
            case "Edm.Duration" -> DURATION;
            case "Edm.Byte",
                    "Edm.SByte",
                    "Edm.Int16",
                    "Edm.Int32",
                    "Edm.Int64",
                    "Edm.Decimal",
                    "Edm.Double",
                    "Edm.Single" -> NUMBER;
            default -> ANY;
        };
    }

    /** Whether a value of this kind may stand where one of {@code other} is expected. */
    public boolean fits(Kind other) {
        return this == other || this == ANY || other == ANY;
    }
}
