package ru.smartsbridge.com.mapping;

/**
 * A collection inside of a class.
 *
 * @param json its property or navigation over REST
 * @param xml its element
 * @param com its property of the automation object
 * @param items the class of its objects; null where they are texts
 * @param counted whether the component writes their {@code count}
 * @param empty what an empty one is in XML
 */
record Child(String json, String xml, String com, ClassTable items, boolean counted, Empty empty) {
    /** What the component demands of an empty collection [run]. */
    enum Empty {
        /** It is not there. */
        LEFT_OUT,
        /** It is there and closes itself; with an end tag, or missing, it would be lazy and fail when touched [run]. */
        CLOSES_ITSELF
    }

    boolean texts() {
        return items == null;
    }
}
