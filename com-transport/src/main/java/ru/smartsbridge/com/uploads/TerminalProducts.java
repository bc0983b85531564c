package ru.smartsbridge.com.uploads;

import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Tabulation;
import ru.smartsbridge.com.terminal.TerminalSession;

/**
 * The products' book as TerminalConnector takes it: columns first, then a row of values for each packing of each product
 * [doc].
 */
final class TerminalProducts<T> implements Destination<T, TerminalSession> {
    /** Between two of them it is looked whether anybody still waits. */
    private static final int BATCH = 500;

    private final ProductsBook<T> book;
    private final Tabulation tabulation;

    /** @param book says what is taken for the products' book, and how it is begun */
    TerminalProducts(ProductsBook<T> book, Tabulation tabulation) {
        this.book = book;
        this.tabulation = tabulation;
    }

    @Override
    public UploadTarget target() {
        return book.target();
    }

    @Override
    public ComponentClass type() {
        return book.type();
    }

    @Override
    public FieldOwner owner() {
        return book.owner();
    }

    @Override
    public Spooled accepted(T added) {
        Spooled product = book.accepted(added);
        tabulation.requirePlaces(product.entity());
        return product;
    }

    @Override
    public boolean merges() {
        return book.merges();
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Visibility visibility() {
        return Visibility.UNKNOWN;
    }

    @Override
    public Carrier carrier(TerminalSession session, Gathered gathered) {
        return new TerminalCarrier(session, tabulation, gathered) {
            @Override
            void begin(List<String> columns) {
                session.beginProducts(columns, book.overwrites(), book.fullText());
            }

            @Override
            void add(List<Object> values) {
                session.addProduct(values);
            }

            @Override
            public void end() {
                session.endProducts();
            }
        };
    }

    /** Nothing can be read through TerminalConnector: that it took the End is all that is known. */
    @Override
    public void verify(TerminalSession session, Gathered gathered, BatchEdges edges) {}
}
