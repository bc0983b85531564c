package ru.smartsbridge.com.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;

/** Several sources one after the other, each opened when it is reached. */
final class Joined implements Source {
    private final List<Supplier<Source>> parts;
    private final List<Source> opened = new ArrayList<>();

    Joined(List<Supplier<Source>> parts) {
        this.parts = parts;
    }

    @Override
    public Iterator<Node> from(long skip) {
        Iterator<Node> all = all();
        for (long passed = 0; passed < skip && all.hasNext(); passed++) {
            all.next();
        }
        return all;
    }

    private Source part(int index) {
        while (opened.size() <= index) {
            opened.add(parts.get(opened.size()).get());
        }
        return opened.get(index);
    }

    private Iterator<Node> all() {
        return new Iterator<>() {
            private int next;
            private Iterator<Node> part = List.<Node>of().iterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && next < parts.size()) {
                    part = part(next++).from(0);
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
    }

    @Override
    public OptionalLong size() {
        long size = 0;
        for (int i = 0; i < parts.size(); i++) {
            OptionalLong own = part(i).size();
            if (own.isEmpty()) {
                return own;
            }
            size += own.getAsLong();
        }
        return OptionalLong.of(size);
    }

    @Override
    public void close() {
        opened.forEach(Source::close);
    }
}
