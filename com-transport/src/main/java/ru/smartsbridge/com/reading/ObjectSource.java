package ru.smartsbridge.com.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.EntityMapping.XmlEntities;

/**
 * An {@link ObjectSet} as a query reads it: as one file where the component can write one, and in pages where it cannot
 * or where only a few are wanted. A page costs two crossings for each object by XML, and one for each of its properties
 * where XML does not serve.
 */
final class ObjectSource implements Source {
    /** So many objects of a page at most: what the apartment is kept for at a time. */
    static final int PAGE = 200;

    private final Component component;
    private final ObjectSet set;
    private final OptionalLong wanted;
    private final List<XmlEntities> open = new ArrayList<>();
    private SetFile file;
    private boolean triedFile;

    /**
     * @param wanted how many are wanted at most from wherever reading begins, where that is known
     */
    ObjectSource(Component component, ObjectSet set, OptionalLong wanted) {
        this.component = component;
        this.set = set;
        this.wanted = wanted;
    }

    @Override
    public Iterator<Node> from(long skip) {
        if (wanted.isPresent() && wanted.getAsLong() <= PAGE && file == null) {
            return new Pages(skip, (int) wanted.getAsLong());
        }
        if (file == null && !triedFile) {
            triedFile = true;
            file = component
                    .<Optional<SetFile>>call(
                            "ToXmlFile " + set.type().collection(), session -> SetFile.write(set, session))
                    .orElse(null);
        }
        return file == null ? new Pages(skip, PAGE) : streamed(skip);
    }

    private Iterator<Node> streamed(long skip) {
        XmlEntities entities = file.entities();
        open.add(entities);
        for (long passed = 0; passed < skip && entities.hasNext(); passed++) {
            entities.next();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entities.hasNext();
            }

            @Override
            public Node next() {
                return Node.of(entities.next());
            }
        };
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(component.<Integer>call("Count of " + set.type().collection(), set::count));
    }

    @Override
    public void close() {
        open.forEach(XmlEntities::close);
        open.clear();
        if (file != null) {
            file.close();
        }
    }

    /** The set page by page, the next one asked for when it is needed. */
    private final class Pages implements Iterator<Node> {
        private final int size;
        private long next;
        private Iterator<Properties> page = List.<Properties>of().iterator();
        private boolean more = true;

        Pages(long from, int size) {
            this.next = from;
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && more) {
                page = component.call("page of " + set.type().collection(), this::read);
                next += size;
            }
            return page.hasNext();
        }

        private Iterator<Properties> read(ComSession session) {
            List<Properties> read = new ArrayList<>(size);
            more = set.items(
                    session,
                    next,
                    size,
                    object -> read.add(SingleObjects.entity(session, set.type(), set.owner(), object)));
            return read.iterator();
        }

        @Override
        public Node next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Node.of(page.next());
        }
    }
}
