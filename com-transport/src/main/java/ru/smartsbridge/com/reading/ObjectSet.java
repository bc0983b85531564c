package ru.smartsbridge.com.reading;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.ComponentClass;

/** A set of the component's objects: how it is had as a whole, counted, and taken one by one. Used in the apartment. */
sealed interface ObjectSet {
    /** What it holds. */
    ComponentClass type();

    /** Whose additional fields its objects have. */
    FieldOwner owner();

    /** The object whose XML is the whole set; the caller closes it. */
    AutomationObject whole(ComSession session);

    /** How many there are. */
    int count(ComSession session);

    /**
     * Gives the objects from one position on to a taker, so many at most; those that are gone meanwhile are left out.
     *
     * @return whether there are more after them
     */
    boolean items(ComSession session, long from, int most, Consumer<AutomationObject> taker);

    private static boolean each(
            int count, long from, int most, IntFunction<AutomationObject> at, Consumer<AutomationObject> taker) {
        if (from >= count || most == 0) { // a client may skip more than there ever can be
            return false;
        }
        int end = (int) Math.min(count, from + most);
        for (int i = (int) from; i < end; i++) {
            try (AutomationObject object = at.apply(i)) {
                if (object != null) {
                    taker.accept(object);
                }
            }
        }
        return end < count;
    }

    /** Whatever has {@code Count} and {@code Item}: collections and accessors. */
    record Collection(ComponentClass type, FieldOwner owner, Function<ComSession, AutomationObject> opened)
            implements ObjectSet {
        private static final Member COUNT = Member.of("Count");
        private static final Member ITEM = Member.of("Item");

        @Override
        public AutomationObject whole(ComSession session) {
            return opened.apply(session);
        }

        @Override
        public int count(ComSession session) {
            try (AutomationObject whole = whole(session)) {
                return whole.number(COUNT);
            }
        }

        @Override
        public boolean items(ComSession session, long from, int most, Consumer<AutomationObject> taker) {
            try (AutomationObject whole = whole(session)) {
                int count = whole.number(COUNT);
                return each(count, from, most, index -> whole.objectOrNull(ITEM, index), taker);
            }
        }
    }

    /** The products' book, which is counted and gone through by calls of the connector itself [asm]. */
    record Products(FieldOwner owner) implements ObjectSet {
        @Override
        public ComponentClass type() {
            return ComponentClass.PRODUCT;
        }

        @Override
        public AutomationObject whole(ComSession session) {
            return session.connector().getProducts();
        }

        @Override
        public int count(ComSession session) {
            return session.connector().getProductsCount();
        }

        @Override
        public boolean items(ComSession session, long from, int most, Consumer<AutomationObject> taker) {
            return each(count(session), from, most, session.connector()::getProductByIndex, taker);
        }
    }
}
