package ru.smartsbridge.api.upload;

/** What one upload at a time may fill: it decides who waits for whom (design seam 5). */
public sealed interface UploadTarget {
    /** The address below the base's root, for people: {@code Products}, {@code Tables/Ceny}, {@code Cells of 1}. */
    String name();

    /** The products' book. */
    record Products() implements UploadTarget {
        @Override
        public String name() {
            return "Products";
        }
    }

    /** One table of the base, by its {@code uni} as the schema writes it. */
    record Table(String uni) implements UploadTarget {
        @Override
        public String name() {
            return "Tables/" + uni;
        }
    }

    /** The cells of one warehouse. */
    record Cells(String warehouseId) implements UploadTarget {
        @Override
        public String name() {
            return "Cells(warehouseId='" + warehouseId + "')";
        }
    }
}
