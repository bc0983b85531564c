package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Sketch;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.answer.Streams;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.ShelfView;
import ru.smartsbridge.sandbox.store.Stored;

/** A set as it lies in the store, read no further than is needed. */
record ShelfSource(ShelfView view, Place place) implements Source {
    @Override
    public Iterator<Node> from(long skip) {
        Iterator<Stored> stored = place.whole() ? view.from(skip) : Streams.skip(view.tagged(place.tags()), skip);
        return Streams.map(stored, entity -> Node.of(entity.entity()));
    }

    @Override
    public Iterator<Sketch> sketches(Set<String> properties, Set<String> texts) {
        List<String> names = List.copyOf(properties);
        Iterator<Stored> stored = view.tagged(place.tags());
        for (String text : texts) {
            Optional<RawText> raw = RawText.of(text);
            if (raw.isPresent()) {
                stored = Streams.filter(stored, raw.get()::isIn);
            }
        }
        return Streams.map(stored, one -> new StoredSketch(one, names));
    }

    @Override
    public OptionalLong size() {
        return place.whole() ? OptionalLong.of(view.size()) : view.count(place.tags());
    }

    private static final class StoredSketch implements Sketch {
        private final Stored stored;
        private final List<String> names;
        private Node part;

        private StoredSketch(Stored stored, List<String> names) {
            this.stored = stored;
            this.names = names;
        }

        @Override
        public Node part() {
            if (part == null) {
                part = Node.of(stored.part(names));
            }
            return part;
        }

        @Override
        public Node whole() {
            return Node.of(stored.entity());
        }

        @Override
        public long weight() {
            return stored.size();
        }
    }
}
