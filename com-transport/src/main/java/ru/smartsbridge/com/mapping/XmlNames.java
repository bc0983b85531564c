package ru.smartsbridge.com.mapping;

import com.ctc.wstx.io.WstxInputData;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether the names of additional fields can stand as attributes. */
final class XmlNames {
    private XmlNames() {}

    /**
     * Whether each name is one of XML and can be told from every other, from members of the class and from a name with
     * its type before it; in elements any name can stand.
     */
    static boolean stand(ClassTable table, FieldNames names) {
        if (table.fieldForm() != ClassTable.FieldForm.ATTRIBUTES) {
            return true;
        }
        Set<String> taken = new HashSet<>();
        table.names().forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        for (Field field : names.declared()) {
            boolean told = isName(field.name())
                    && FieldType.ofAttribute(field.name()) == null
                    && taken.add(field.name().toLowerCase(Locale.ROOT));
            if (!told) {
                return false;
            }
        }
        return true;
    }

    /** The same for one name that nobody declared. */
    static boolean stands(ClassTable table, String name) {
        return table.fieldForm() != ClassTable.FieldForm.ATTRIBUTES
                || isName(name)
                        && FieldType.ofAttribute(name) == null
                        && table.names().stream().noneMatch(name::equalsIgnoreCase);
    }

    private static boolean isName(String name) {
        if (name.isEmpty()
                || name.toLowerCase(Locale.ROOT).startsWith("xml")
                || !WstxInputData.isNameStartChar(name.charAt(0), true, false)) {
            return false;
        }
        return name.chars().allMatch(c -> WstxInputData.isNameChar((char) c, true, false));
    }
}
