package ru.smartsbridge.com.mapping;

import java.util.List;
import java.util.Set;

/**
 * What the tables of {@link ClassTables} say of one class, before it is put in order.
 *
 * @param endTag whether an element of it must have an end tag of its own
 * @param attributes in the order of REST
 * @param attributeOrder their names in XML in the component's order
 * @param always the properties that the component writes also at their default
 * @param ignored attributes of XML that say nothing
 */
record ClassRow(
        String element,
        String progId,
        ClassTable.FieldForm fieldForm,
        boolean endTag,
        List<Attribute> attributes,
        List<String> attributeOrder,
        List<Child> children,
        List<String> childOrder,
        Set<String> always,
        Set<String> ignored) {}
