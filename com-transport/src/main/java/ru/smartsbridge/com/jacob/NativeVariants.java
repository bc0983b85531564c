package ru.smartsbridge.com.jacob;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.Reference;

/**
 * VARIANTs in native memory of our own, for the arguments and the answer of one call by reference; {@link #close} gives
 * back all that they hold, also what the component put there. Used by one thread.
 */
final class NativeVariants implements AutoCloseable {
    /** A type and three reserved words, then the largest of the values: two pointers. */
    static final int SIZE = 8 + 2 * Native.POINTER_SIZE;

    private static final int VALUE = 8;

    private static final short EMPTY = 0;
    private static final short NULL = 1;
    private static final short I2 = 2;
    private static final short I4 = 3;
    private static final short BSTR = 8;
    private static final short BOOL = 11;
    private static final short VARIANT = 12;
    private static final short ARRAY = 0x2000;
    private static final short BY_REFERENCE = 0x4000;

    private static final short TRUE = -1;

    private final Member member;
    private final Memory variants;
    private final List<Place> places = new ArrayList<>();

    /** Where a {@link Reference} points to. */
    private record Place(Reference reference, Memory memory) {}

    /** @param count how many, all of them VT_EMPTY */
    NativeVariants(Member member, int count) {
        this.member = member;
        this.variants = empty(Math.max(1, count));
    }

    private static Memory empty(int count) {
        Memory memory = new Memory((long) count * SIZE);
        memory.clear();
        return memory;
    }

    Pointer at(int index) {
        return variants.share((long) index * SIZE);
    }

    /** Puts a value where there is none yet. */
    void put(int index, Object value) {
        if (value instanceof Reference reference) {
            refer(at(index), reference);
        } else {
            put(at(index), value);
        }
    }

    private void put(Pointer variant, Object value) {
        if (value == null) {
            variant.setShort(0, EMPTY);
        } else if (value instanceof String text) {
            variant.setShort(0, BSTR);
            variant.setPointer(VALUE, bstr(text));
        } else if (value instanceof Boolean flag) {
            variant.setShort(0, BOOL);
            variant.setShort(VALUE, flag ? TRUE : 0);
        } else if (value instanceof Integer number) {
            variant.setShort(0, I4);
            variant.setInt(VALUE, number);
        } else if (value instanceof List<?> list) {
            variant.setPointer(VALUE, array(list));
            variant.setShort(0, (short) (ARRAY | VARIANT));
        } else {
            throw ComFailure.notCarried(member, value.getClass().getName());
        }
    }

    private Pointer bstr(String text) {
        Pointer bstr = OleAut32.INSTANCE.SysAllocStringLen(text.toCharArray(), text.length());
        if (bstr == null) {
            throw ComFailure.notCarried(member, "a text, for lack of memory");
        }
        return bstr;
    }

    private Pointer array(List<?> list) {
        Pointer array = OleAut32.INSTANCE.SafeArrayCreateVector(VARIANT, 0, list.size());
        if (array == null) {
            throw ComFailure.notCarried(member, "a list, for lack of memory");
        }
        try (NativeVariants elements = new NativeVariants(member, list.size())) {
            for (int i = 0; i < list.size(); i++) {
                elements.put(elements.at(i), list.get(i));
                int result = OleAut32.INSTANCE.SafeArrayPutElement(array, new int[] {i}, elements.at(i));
                if (result < 0) {
                    throw new ComFailure(member.name(), result, null, null);
                }
            }
            return array;
        } catch (RuntimeException failure) {
            Memory holder = empty(1);
            holder.setShort(0, (short) (ARRAY | VARIANT));
            holder.setPointer(VALUE, array);
            OleAut32.INSTANCE.VariantClear(holder);
            holder.close();
            throw failure;
        }
    }

    private void refer(Pointer variant, Reference reference) {
        Memory place = empty(1);
        places.add(new Place(reference, place));
        put(place, reference.value());
        boolean text = reference.form() == Reference.Form.TEXT;
        if (text && place.getShort(0) != BSTR) {
            throw ComFailure.notCarried(member, "no text where the place is a text's");
        }
        variant.setShort(0, (short) (BY_REFERENCE | (text ? BSTR : VARIANT)));
        variant.setPointer(VALUE, text ? place.share(VALUE) : place);
    }

    /** Tells each reference what its place holds now. */
    void tell() {
        places.forEach(place -> place.reference().put(value(place.memory())));
    }

    /**
     * The value of one.
     *
     * @throws ComFailure at a type that such a call does not carry
     */
    Object value(int index) {
        return value(at(index));
    }

    private Object value(Pointer variant) {
        short type = variant.getShort(0);
        return switch (type) {
            case EMPTY, NULL -> null;
            case I2 -> (int) variant.getShort(VALUE);
            case I4 -> variant.getInt(VALUE);
            case BOOL -> variant.getShort(VALUE) != 0;
            case BSTR -> text(variant.getPointer(VALUE));
            default -> throw ComFailure.notCarried(member, "VT " + (type & 0xFFFF));
        };
    }

    static String text(Pointer bstr) {
        // to COM a null pointer is the empty text
        return bstr == null ? "" : new String(bstr.getCharArray(0, OleAut32.INSTANCE.SysStringLen(bstr)));
    }

    /** A reference's VARIANT does not own what it refers to, so the places are given back for themselves. */
    @Override
    public void close() {
        for (long offset = 0; offset < variants.size(); offset += SIZE) {
            OleAut32.INSTANCE.VariantClear(variants.share(offset));
        }
        variants.close();
        for (Place place : places) {
            OleAut32.INSTANCE.VariantClear(place.memory());
            place.memory().close();
        }
    }
}
