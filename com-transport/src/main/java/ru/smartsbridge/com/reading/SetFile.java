package ru.smartsbridge.com.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.ExchangeFile;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.EntityMapping.XmlEntities;
import ru.smartsbridge.com.text.ComTexts;

/** A whole set as the component wrote it into a file of the exchange folder: one crossing, and a stream for us. */
final class SetFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SetFile.class);
    private static final int BUFFER = 1 << 16;

    private final ObjectSet set;
    private final ExchangeFile file;
    private final EntityMapping mapping;

    private SetFile(ObjectSet set, ExchangeFile file, EntityMapping mapping) {
        this.set = set;
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * Has it written; empty where this set cannot go by a file.
     *
     * <p>Where the caller gives up before the component has come back, the file is removed when it does.
     */
    static Optional<SetFile> of(ObjectSet set, Component<ComSession> component) {
        Handover handover = new Handover();
        boolean taken = false;
        try {
            Optional<SetFile> written = component.call(
                    "ToXmlFile " + set.type().collection(), session -> handover.given(write(set, session)));
            taken = true;
            return written;
        } finally {
            if (!taken) {
                handover.left();
            }
        }
    }

    /** From the apartment, where the file is written, to the thread that waits for it, or waits no longer. */
    private static final class Handover {
        private Optional<SetFile> there = Optional.empty();
        private boolean left;

        synchronized Optional<SetFile> given(Optional<SetFile> written) {
            there = written;
            if (left) {
                written.ifPresent(SetFile::close);
            }
            return written;
        }

        synchronized void left() {
            left = true;
            there.ifPresent(SetFile::close);
        }
    }

    private static Optional<SetFile> write(ObjectSet set, ComSession session) {
        if (!session.isXml(set.type(), set.owner())) {
            return Optional.empty();
        }
        Optional<ExchangeFile> exchange = session.newExchangeFile(set.type().collection());
        if (exchange.isEmpty()) {
            return Optional.empty();
        }
        SetFile written = new SetFile(set, exchange.get(), session.mapping());
        boolean complete = false;
        try (AutomationObject whole = set.whole(session)) {
            session.connector().toXmlFile(whole, exchange.get().theirs());
            complete = true;
        } finally {
            if (!complete) {
                written.close();
            }
        }
        return Optional.of(written);
    }

    /** Its entities from the beginning; the caller closes them. May be asked for more than once. */
    XmlEntities entities() {
        InputStream stream = opened();
        boolean readable = false;
        try {
            XmlEntities entities = mapping.read(set.type(), set.owner(), stream);
            readable = true;
            return entities;
        } finally {
            if (!readable) {
                close(stream); // Windows removes no file that is open
            }
        }
    }

    private InputStream opened() {
        try {
            return new BufferedInputStream(Files.newInputStream(file.ours()), BUFFER);
        } catch (IOException e) {
            throw new BridgeException(
                    Category.BACKEND_FAILED, ComTexts.text("exchange.unreadable", file.ours(), e.getMessage()), e);
        }
    }

    private void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.warn("The exchange file {} was not closed in order", file.ours(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file.ours());
        } catch (IOException e) {
            // the next start removes what is left in the folder
            LOG.warn("The exchange file {} could not be removed", file.ours(), e);
        }
    }
}
