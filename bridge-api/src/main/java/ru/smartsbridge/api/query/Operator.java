package ru.smartsbridge.api.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands between two operands, by the standard's names; {@code and}, {@code or} and {@code in} are not among them. */
public enum Operator {
    EQ(Group.EQUALITY),
    NE(Group.EQUALITY),
    GT(Group.RELATION),
    GE(Group.RELATION),
    LT(Group.RELATION),
    LE(Group.RELATION),
    /** Whether all flags of the right operand are set in the left one. */
    HAS(Group.FLAGS),
    ADD(Group.SUM),
    SUB(Group.SUM),
    MUL(Group.PRODUCT),
    /** Of whole numbers the whole quotient. */
    DIV(Group.PRODUCT),
    MOD(Group.PRODUCT);

    /** Operators that are alike, the one that binds weakest first. */
    public enum Group {
        EQUALITY,
        RELATION,
        SUM,
        PRODUCT,
        FLAGS
    }

    private final Group group;

    Operator(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** Whether what it gives is true or false. */
    public boolean compares() {
        return group == Group.EQUALITY || group == Group.RELATION || group == Group.FLAGS;
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this name, ignoring case. */
    public static Optional<Operator> named(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
