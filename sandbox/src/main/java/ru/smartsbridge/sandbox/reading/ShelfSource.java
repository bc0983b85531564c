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
        PartReader reader = new PartReader(wanted);
        List<RawText> raw =
                texts.stream().map(RawText::of).flatMap(Optional::stream).toList();
        return Streams.map(view.tagged(place.tags()), one -> new StoredSketch(one, reader, raw));
    }

    @Override
    public boolean sharesSketches() {
        return true;
    }

    @Override
    public OptionalLong size() {
        return place.whole() ? OptionalLong.of(view.size()) : view.count(place.tags());
    }

    private static final class StoredSketch implements Sketch {
        private final Stored stored;
        private final PartReader reader;
        private final List<RawText> texts;
        private Node part;

        private StoredSketch(Stored stored, PartReader reader, List<RawText> texts) {
            this.stored = stored;
            this.reader = reader;
            this.texts = texts;
        }

        @Override
        public boolean mayMatch() {
            for (RawText text : texts) {
                if (!text.isIn(stored)) {
                    return false;
                }
            }
            return true;
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
