package ru.smartsbridge.com.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.error.BridgeException;
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

    private static final Logger LOG = LoggerFactory.getLogger(ObjectSource.class);

    private final Component<ComSession> component;
    private final ObjectSet set;
    private final OptionalLong wanted;
    private final List<XmlEntities> open = new ArrayList<>();
    private SetFile file;
    private boolean triedFile;

    /**
     * @param wanted how many are wanted at most from wherever reading begins, where that is known
     */
    ObjectSource(Component<ComSession> component, ObjectSet set, OptionalLong wanted) {
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
            file = SetFile.of(set, component).orElse(null);
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
        open.forEach(this::close);
        open.clear();
        if (file != null) {
            file.close();
        }
    }

    private void close(XmlEntities entities) {
        try {
            entities.close();
        } catch (BridgeException e) {
            // the reading has told of its own failure, and the file has to go whatever became of it
            LOG.warn("The reading of {} was not closed in order", set.type().collection(), e);
        }
    }

    /** @param more whether there are objects after it */
    private record Page(List<Properties> entities, boolean more) {}

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
                Page read = component.call("page of " + set.type().collection(), this::read);
                page = read.entities().iterator();
                more = read.more();
                next += size;
            }
            return page.hasNext();
        }

        private Page read(ComSession session) {
            List<Properties> read = new ArrayList<>(size);
            boolean goesOn = set.items(
                    session,
                    next,
                    size,
                    object -> read.add(SingleObjects.entity(session, set.type(), set.owner(), object)));
            return new Page(read, goesOn);
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
