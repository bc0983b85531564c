package ru.smartsbridge.com.reading;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;

/** What is found in the entities of another source, in their order. */
record Nested(Source around, Function<Node, List<Node>> within) implements Source {
    @Override
    public Iterator<Node> from(long skip) {
        Iterator<Node> outer = around.from(0);
        Iterator<Node> inner = new Iterator<>() {
            private Iterator<Node> part = List.<Node>of().iterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && outer.hasNext()) {
                    part = within.apply(outer.next()).iterator();
                }
                return part.hasNext();
            }

            @Override
            public Node next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
        for (long passed = 0; passed < skip && inner.hasNext(); passed++) {
            inner.next();
        }
        return inner;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        around.close();
    }
}
