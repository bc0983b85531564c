package ru.smartsbridge.server.shadow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.report.JsonLines;
import ru.smartsbridge.migration.report.ReportFiles;
import ru.smartsbridge.migration.run.AnswerComparison;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.migration.side.Failure;

/**
 * What repeated reads have shown, as a report in a folder that is written anew about every minute and at the end.
 * Thread-safe. The files of an earlier run are replaced when there is something new.
 */
public final class Findings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final long BETWEEN_REPORTS = Duration.ofMinutes(1).toNanos();
    /** Each difference is a line of the list, up to so many. */
    private static final long LINES = 100_000;

    private final String base;
    private final Path folder;
    private final Locale language;
    private final Function<Consumer<Difference>, AnswerComparison> beginning;

    private AnswerComparison comparison;
    private JsonLines lines;
    private long written;
    private long reported;

    /**
     * @param folder of the report
     * @param beginning begins the comparison when there is something to compare; it may ask the bases
     */
    public Findings(
            String base, Path folder, Locale language, Function<Consumer<Difference>, AnswerComparison> beginning) {
        this.base = base;
        this.folder = folder;
        this.language = language;
        this.beginning = beginning;
    }

    /** The failure that a status of a broken backend tells of. */
    static Failure status(int status) {
        return new Failure(
                status == 503 ? Category.UNREACHABLE : status == 504 ? Category.TIMED_OUT : Category.BACKEND_FAILED,
                ShadowTexts.text("status", status));
    }

    /** @throws ru.smartsbridge.api.error.BridgeException where the bases cannot be asked for what is needed to begin */
    synchronized AnswerComparison.Finding compare(ReadRequest request, ReadAnswer control, ReadAnswer candidate)
            throws IOException {
        AnswerComparison.Finding finding = begun().compare(request, control, candidate);
        if (System.nanoTime() - reported > BETWEEN_REPORTS) {
            report(false);
        }
        return finding;
    }

    synchronized void failed(ReadRequest request, Failure failure) {
        LOG.debug("Base {}: the candidate failed at {}: {}", base, request.path(), failure.text());
        try {
            begun().failed(request, false, failure);
        } catch (BridgeException | IOException e) {
            LOG.debug("Base {}: nothing can be compared yet", base, e);
        }
    }

    private AnswerComparison begun() throws IOException {
        if (comparison == null) {
            comparison = beginning.apply(this::keep);
            lines = new ReportFiles(folder).lines();
            reported = System.nanoTime() - BETWEEN_REPORTS - 1;
        }
        return comparison;
    }

    private void keep(Difference difference) {
        if (written++ < LINES) {
            lines.accept(difference);
        }
        if (written == 1) {
            LOG.warn(
                    "Base {}: its candidate answers otherwise, first at {} {} {}; see {}",
                    base,
                    difference.set(),
                    difference.key(),
                    difference.field(),
                    folder);
        }
    }

    private void report(boolean last) throws IOException {
        reported = System.nanoTime();
        lines.flush();
        new ReportFiles(folder).write(comparison.report(false), language, true);
        LOG.debug("Base {}: the report in {} is written{}", base, folder, last ? " for the last time" : "");
    }

    @Override
    public synchronized void close() {
        if (comparison == null) {
            return;
        }
        try {
            report(true);
            lines.close();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Base {}: the report in {} cannot be written", base, folder, e);
        }
        comparison = null;
    }
}
