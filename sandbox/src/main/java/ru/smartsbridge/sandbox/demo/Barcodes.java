package ru.smartsbridge.sandbox.demo;

/** Barcodes with right check digits, by GS1's rule: weights 3 and 1 from the right. */
final class Barcodes {
    private static final char GS = 0x1D;

    private Barcodes() {}

    /** An EAN-13 of a Russian prefix. */
    static String ean13(long number) {
        String digits = "460" + String.format("%09d", number % 1_000_000_000L);
        return digits + checkDigit(digits);
    }

    /** The ITF-14 of a box of what has that EAN-13. */
    static String itf14(String ean13, int level) {
        String digits = level + ean13.substring(0, 12);
        return digits + checkDigit(digits);
    }

    /** A marking code with its GS: GTIN, serial number, key and signature. */
    static String markingCode(String ean13, Chance chance) {
        return "010" + ean13 + "21" + chance.serial(13) + GS + "91EE06" + GS + "92" + chance.serial(44);
    }

    /** The digit that makes the weighted sum a multiple of ten. */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 3 : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
