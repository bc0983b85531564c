package ru.smartsbridge.com.jacob;

import com.jacob.com.Dispatch;
import com.jacob.com.SafeArray;
import com.jacob.com.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.OleDate;

/**
 * Values to VARIANTs and back, type by type.
 *
 * <p>JACOB's own conversion is not used: it moves dates by today's zone offset, takes 0.0 for no date, and throws at
 * unsigned numbers and VT_UNKNOWN [run].
 */
final class Values {
    private static final int BY_REFERENCE = 0x4000;
    private static final int ARRAY = 0x2000;
    private static final int TYPE = 0x0FFF;

    private static final int CURRENCY_SCALE = 4;

    private Values() {}

    /**
     * A value as the VARIANT of an argument; the caller releases it.
     *
     * @throws ComFailure at a value that no VARIANT of its type holds
     */
    static Variant in(Member member, Object value) {
        Variant variant = new Variant();
        try {
            fill(member, variant, value);
            return variant;
        } catch (RuntimeException failure) {
            variant.safeRelease();
            throw failure;
        }
    }

    private static void fill(Member member, Variant variant, Object value) {
        if (value == null) {
            variant.putEmpty();
        } else if (value instanceof String text) {
            variant.putString(text);
        } else if (value instanceof Boolean flag) {
            variant.putBoolean(flag);
        } else if (value instanceof Integer number) {
            variant.putInt(number);
        } else if (value instanceof Long number) {
            variant.putLong(number);
        } else if (value instanceof Double number) {
            variant.putDouble(number);
        } else if (value instanceof BigDecimal number) {
            variant.putDecimal(Decimals.carried(member, number));
        } else if (value instanceof OleDate date) {
            variant.putDate(date.days());
        } else if (value instanceof JacobObject object) {
            variant.putDispatch(object.living(member));
        } else if (value instanceof List<?> list) {
            fillArray(member, variant, list);
        } else {
            throw ComFailure.notCarried(member, value.getClass().getName());
        }
    }

    private static void fillArray(Member member, Variant variant, List<?> list) {
        SafeArray array = new SafeArray(Variant.VariantVariant, list.size());
        try {
            for (int i = 0; i < list.size(); i++) {
                Variant element = in(member, list.get(i));
                try {
                    array.setVariant(i, element);
                } finally {
                    element.safeRelease();
                }
            }
            variant.putSafeArray(array);
        } finally {
            array.safeRelease();
        }
    }

    /**
     * What an answer holds. The VARIANT stays the caller's and may have been changed in its type.
     *
     * @throws ComFailure at a type that the seam has no value for, naming its number
     */
    static Object out(Member member, Variant variant, MemberIds ids) {
        int type = variant.getvt() & 0xFFFF;
        if ((type & ARRAY) != 0) {
            return array(member, variant, ids, type);
        }
        if ((type & BY_REFERENCE) != 0) {
            // converting to its own type takes the value from where it points to
            return single(member, converted(member, variant, type, type & TYPE), ids, type & TYPE);
        }
        return single(member, variant, ids, type);
    }

    private static Object single(Member member, Variant variant, MemberIds ids, int type) {
        return switch (type) {
            case 0, 1 -> null; // EMPTY, NULL
            case 2 -> (int) variant.getShort(); // I2
            case 3 -> variant.getInt(); // I4
            case 4 -> (double) variant.getFloat(); // R4
            case 5 -> variant.getDouble(); // R8
            case 6 -> BigDecimal.valueOf(variant.getCurrency().longValue(), CURRENCY_SCALE); // CY
            case 7 -> new OleDate(variant.getDate()); // DATE
            case 8 -> variant.getString(); // BSTR
            case 9, 13 -> object(variant, ids); // DISPATCH, UNKNOWN
            case 10 -> throw error(member, variant.getError()); // ERROR
            case 11 -> variant.getBoolean(); // BOOL
            case 14 -> variant.getDecimal(); // DECIMAL
            case 16 -> (int) converted(member, variant, type, 2).getShort(); // I1
            case 17 -> variant.getByte() & 0xFF; // UI1
            case 18, 22 -> converted(member, variant, type, 3).getInt(); // UI2, INT
            case 19, 23 -> smallest(converted(member, variant, type, 14).getDecimal()); // UI4, UINT
            case 20 -> variant.getLong(); // I8
            case 21 -> smallest(converted(member, variant, type, 14).getDecimal()); // UI8
            default -> throw notTaken(member, type);
        };
    }

    /** A VARIANT in a type that JACOB can read, where it cannot read its own; the values of the one fit into the other. */
    private static Variant converted(Member member, Variant variant, int type, int readable) {
        variant.changeType((short) readable);
        if ((variant.getvt() & 0xFFFF) != readable) {
            throw notTaken(member, type);
        }
        return variant;
    }

    private static Object smallest(BigDecimal whole) {
        if (whole.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return whole.intValueExact();
        }
        if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            return whole.longValueExact();
        }
        return whole;
    }

    private static AutomationObject object(Variant variant, MemberIds ids) {
        // asks an IUnknown for IDispatch; the reference is the new object's own
        Dispatch dispatch = variant.toDispatch();
        return dispatch == null || dispatch.m_pDispatch == 0 ? null : new JacobObject(dispatch, ids);
    }

    /**
     * Nothing that could be taken for nothing: DISP_E_PARAMNOTFOUND too, which in an argument stands for what was left
     * out, is no answer. Its code is not the call's, which came back in order.
     */
    private static ComFailure error(Member member, int code) {
        return new ComFailure(
                member.name(),
                ComFailure.UNEXPECTED_ANSWER,
                "expected a value, got the error 0x%08X".formatted(code),
                null);
    }

    private static Object array(Member member, Variant variant, MemberIds ids, int type) {
        int element = type & TYPE;
        if (element != Variant.VariantVariant && element != Variant.VariantString) {
            throw notTaken(member, type);
        }
        SafeArray array = variant.toSafeArray();
        try {
            int dimensions = array.getNumDim();
            if (dimensions == 0 && (type & BY_REFERENCE) == 0) {
                return null; // the VARIANT holds no array
            }
            if (dimensions != 1) {
                throw notTaken(member, type);
            }
            List<Object> list = new ArrayList<>();
            for (int i = array.getLBound(); i <= array.getUBound(); i++) {
                list.add(element == Variant.VariantString ? array.getString(i) : element(member, array, i, ids, list));
            }
            return list;
        } finally {
            array.safeRelease();
        }
    }

    private static Object element(Member member, SafeArray array, int index, MemberIds ids, List<Object> before) {
        Variant element = array.getVariant(index);
        try {
            return out(member, element, ids);
        } catch (RuntimeException failure) {
            // nobody gets the objects that stood before it
            for (Object taken : before) {
                if (taken instanceof AutomationObject object) {
                    object.close();
                }
            }
            throw failure;
        } finally {
            element.safeRelease();
        }
    }

    private static ComFailure notTaken(Member member, int type) {
        return ComFailure.notCarried(member, "VT " + type);
    }
}
