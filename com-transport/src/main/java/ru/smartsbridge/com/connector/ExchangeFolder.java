package ru.smartsbridge.com.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * The folder through which whole sets come from the component: written there by {@code ToXmlFile}, read here.
 *
 * <p>The component may know it under another spelling than we do, so it is given to the component as configured, and
 * taken only when what the component wrote there is seen from here.
 */
final class ExchangeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeFolder.class);

    private static final String CLASS = "Cleverence.Warehouse.StringCollection";
    private static final Member ADD = Member.of("Add");

    private final Path folder;
    private final String theirs;
    private final String ours;

    /** @param owner tells this base's files from those of another one that is given the same folder */
    private ExchangeFolder(Path folder, String theirs, Path owner) {
        this.folder = folder;
        this.theirs = theirs;
        this.ours =
                "smarts-bridge-" + Integer.toHexString(owner.toAbsolutePath().hashCode()) + "-";
    }

    /** The folder of the settings, else one of the base's state; empty, with a line in the log, where it does not work. */
    static Optional<ExchangeFolder> of(ConnectionSettings settings, Automation automation, StorageConnector connector) {
        ExchangeFolder folder;
        try {
            folder = at(settings);
            Files.createDirectories(folder.folder);
            folder.removeLeftovers();
        } catch (IOException | InvalidPathException unusable) {
            LOG.warn("The exchange folder cannot be used; sets are read in pages", unusable);
            return Optional.empty();
        }
        return folder.isReached(automation, connector) ? Optional.of(folder) : Optional.empty();
    }

    private static ExchangeFolder at(ConnectionSettings settings) {
        if (settings.exchange().isPresent()) {
            String given = settings.exchange().get();
            return new ExchangeFolder(Path.of(given).toAbsolutePath(), given, settings.state());
        }
        Path own = settings.state().resolve("exchange").toAbsolutePath();
        return new ExchangeFolder(own, own.toString(), settings.state());
    }

    /** What an earlier run left behind: this one has made none yet. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ours + "*.xml")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isReached(Automation automation, StorageConnector connector) {
        ExchangeFile file = newFile("probe");
        String mark = UUID.randomUUID().toString();
        try (AutomationObject texts = automation.create(CLASS)) {
            texts.call(ADD, mark);
            connector.toXmlFile(texts, file.theirs());
            if (Files.exists(file.ours()) && Files.readString(file.ours()).contains(mark)) {
                return true;
            }
            LOG.warn("What the component writes to {} is not seen here in {}; sets are read in pages", theirs, folder);
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.warn("The component cannot write to the exchange folder {}; sets are read in pages", theirs, refused);
        } catch (IOException unreadable) {
            LOG.warn("The exchange folder {} cannot be read; sets are read in pages", folder, unreadable);
        } finally {
            delete(file.ours());
        }
        return false;
    }

    /** A name that no other file has. */
    ExchangeFile newFile(String purpose) {
        String name = ours + purpose + "-" + UUID.randomUUID() + ".xml";
        String separator = theirs.contains("\\") ? "\\" : "/";
        String path = theirs.endsWith("\\") || theirs.endsWith("/") ? theirs + name : theirs + separator + name;
        return new ExchangeFile(folder.resolve(name), path);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("A file of the exchange folder was not removed", new UncheckedIOException(kept));
        }
    }
}
