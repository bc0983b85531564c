package ru.smartsbridge.api.value;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes of UTF-8 that can tell in which character of its line one of the last stands: the parser counts bytes, people
 * and editors count characters. Keeps the last two portions that were read. Used by one thread.
 */
final class CountedBytes extends FilterInputStream {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private byte[] previous = {};
    private byte[] current = {};
    private long previousStart;
    /** Characters of the line that stand before {@link #previous}. */
    private int before;

    CountedBytes(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            before = advanced(before, previous, previous.length);
            previousStart += previous.length;
            previous = current;
            current = Arrays.copyOfRange(bytes, offset, offset + count);
        }
        return count;
    }

    /** The character, from 1, of the byte at that offset from the beginning; 0 where that is too long ago. */
    int column(long offset) {
        long within = offset - previousStart;
        if (within < 0 || within > previous.length + current.length) {
            return 0;
        }
        int inPrevious = (int) Math.min(within, previous.length);
        int characters = advanced(before, previous, inPrevious);
        characters = advanced(characters, current, (int) within - inPrevious);
        return characters + 1;
    }

    /** Characters of the line after these bytes; a byte-order mark is none. */
    private static int advanced(int characters, byte[] bytes, int length) {
        int counted = characters;
        int begin = length >= BYTE_ORDER_MARK.length
                        && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
                ? BYTE_ORDER_MARK.length
                : 0;
        for (int i = begin; i < length; i++) {
            if (bytes[i] == '\n') {
                counted = 0;
            } else if ((bytes[i] & 0xC0) != 0x80) {
                counted++;
            }
        }
        return counted;
    }
}
