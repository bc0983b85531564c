package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Sketch;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.answer.Streams;
import ru.smartsbridge.api.value.PartReader;
import ru.smartsbridge.api.value.Wanted;
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
    public Iterator<Sketch> sketches(Wanted wanted, Set<String> texts) {
        Iterator<Stored> stored = view.tagged(place.tags());
        for (String text : texts) {
            Optional<RawText> raw = RawText.of(text);
            if (raw.isPresent()) {
                stored = Streams.filter(stored, raw.get()::isIn);
            }
        }
        PartReader reader = new PartReader(wanted);
        return Streams.map(stored, one -> new StoredSketch(one, reader));
    }

    @Override
    public OptionalLong size() {
        return place.whole() ? OptionalLong.of(view.size()) : view.count(place.tags());
    }

    private static final class StoredSketch implements Sketch {
        private final Stored stored;
        private final PartReader reader;
        private Node part;

        private StoredSketch(Stored stored, PartReader reader) {
            this.stored = stored;
            this.reader = reader;
        }

        @Override
        public Node part() {
            if (part == null) {
                part = Node.of(stored.part(reader));
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
