package ru.smartsbridge.com.jacob;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;

/**
 * What COM's automation library does with values in native memory. {@code OleAuto} of jna-platform has no texts of a
 * given length, so that one with a NUL in it would end there.
 */
interface OleAut32 extends StdCallLibrary {
    OleAut32 INSTANCE = Native.load("oleaut32", OleAut32.class);

    Pointer SysAllocStringLen(char[] characters, int length);

    int SysStringLen(Pointer text);

    void SysFreeString(Pointer text);

    int VariantClear(Pointer variant);

    Pointer SafeArrayCreateVector(short type, int lowerBound, int elements);

    /** Copies the element. */
    int SafeArrayPutElement(Pointer array, int[] indices, Pointer element);
}
