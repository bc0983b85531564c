package ru.smartsbridge.rest.rows;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.rest.backend.Backend;
import ru.smartsbridge.rest.http.Answer;
import ru.smartsbridge.rest.http.Ask;

/** The entities of a set, page after page, in the memory of one entity. */
public final class EntityRows implements Rows<Properties> {
    private final Backend backend;
    private final Call call;
    private final NextLink links;
    private String target;
    private Page page;
    private OptionalLong count = OptionalLong.empty();
    private Properties next;
    private RuntimeException failure;

    private EntityRows(Backend backend, String relative, Call call) {
        this.backend = backend;
        this.call = call;
        this.links = new NextLink(backend.root(), relative);
    }

    /**
     * Asks for {@code relative} with {@code query}; what comes of it is closed by the caller.
     *
     * @param relative the set's address below the root
     * @param query {@code ?…} or empty
     * @throws ru.smartsbridge.api.error.BridgeException where the answer does not begin as it should
     */
    public static EntityRows open(Backend backend, String relative, String query, Call call) {
        EntityRows rows = new EntityRows(backend, relative, call);
        rows.openPage(backend.root().target(relative) + query);
        rows.count = rows.page.count();
        return rows;
    }

    private void openPage(String newTarget) {
        target = newTarget;
        Answer answer = backend.send(Ask.get(newTarget), call);
        try {
            page = Page.open(answer, call.requestId());
        } catch (IOException e) {
            answer.close();
            throw backend.failures().unreadable(e, false);
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    @Override
    public OptionalLong count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure; // once broken, never an end
        }
        while (next == null && page != null) {
            try {
                advance();
            } catch (RuntimeException e) {
                failure = e;
                close();
                throw e;
            }
        }
        return next != null;
    }

    private void advance() {
        Optional<Properties> entity;
        try {
            entity = page.next();
        } catch (IOException e) {
            throw backend.failures().unreadable(e, false);
        }
        if (entity.isPresent()) {
            next = entity.get();
            return;
        }
        Optional<String> link = page.nextLink();
        if (count.isEmpty()) {
            count = page.count();
        }
        close();
        link.ifPresent(address -> openPage(links.target(target, address)));
    }

    @Override
    public Properties next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Properties entity = next;
        next = null;
        return entity;
    }

    @Override
    public void close() {
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
