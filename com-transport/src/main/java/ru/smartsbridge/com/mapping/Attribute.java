package ru.smartsbridge.com.mapping;

import ru.smartsbridge.api.value.Value;

/**
 * A single value of a class, as its table has it.
 *
 * @param json its property over REST [edmx]
 * @param xml its attribute [run]; empty where XML has none
 * @param com its property of the automation object [asm]; empty where there is none
 * @param shown what REST shows where the component left it out, which is its default there
 * @param of the attribute that it repeats, for those that repeat one
 */
record Attribute(String json, Form form, String xml, String com, Value shown, Crossing crossing, String of) {
    /** Whether and how a value crosses. */
    enum Crossing {
        /** Both ways, as XML and by property. */
        BOTH,
        /** As XML; by property it can only be read. */
        XML,
        /** As XML; by property it has to be laid among the additional fields, or it would be lost [run]. */
        BAG,
        /** The component alone says it, and only by property. */
        READ,
        /** The component has no place for it. */
        NONE,
        /** Neither has the component a place for it, nor do recorded answers show it [rec]. */
        HIDDEN,
        /** The component's second name for the attribute {@code of} [run]. */
        SAME,
        /** True where the attribute {@code of} is false and the other way round [run]. */
        OPPOSITE,
        /** Shows what the attribute {@code of} says; nothing else can be sent. */
        COPY,
        /** True where one of the document's states says so; {@code of} is the state's date [run]. */
        STATE,
        /** The place in its collection, counted from 0; no other can be sent. */
        POSITION
    }

    boolean inXml() {
        return !xml.isEmpty();
    }

    boolean inCom() {
        return !com.isEmpty();
    }

    /** Whether what is sent has to reach the component. */
    boolean written() {
        return crossing == Crossing.BOTH || crossing == Crossing.XML || crossing == Crossing.BAG;
    }

    /** Whether the component has nowhere to put what is sent. */
    boolean placeless() {
        return crossing == Crossing.NONE || crossing == Crossing.HIDDEN || crossing == Crossing.READ;
    }
}
