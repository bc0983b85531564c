package ru.smartsbridge.com.uploads;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * The upload of a table, by one accessor.
 *
 * <p>Rows show at once, {@code BeginUpload(true)} empties the table, and {@code ResetUpload} brings nothing back [run].
 * It does not even end the upload: after it every {@code BeginUpload} is refused, until an {@code EndUpload} [run]; a
 * refused {@code Upload} on the other hand has ended it already.
 */
final class TableCarrier implements Destination.Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(TableCarrier.class);

    private static final Member BEGIN_UPLOAD = Member.writing("BeginUpload", "НачатьВыгрузку");
    private static final Member UPLOAD = Member.writing("Upload", "ДобавитьВВыгрузку");
    private static final Member END_UPLOAD = Member.writing("EndUpload", "ЗавершитьВыгрузку");
    private static final Member RESET_UPLOAD = Member.writing("ResetUpload", "СброситьВыгрузку");

    private final AutomationObject accessor;
    private final Batches batches;
    private final boolean overwrite;

    TableCarrier(AutomationObject accessor, Batches batches, boolean overwrite) {
        this.accessor = accessor;
        this.batches = batches;
        this.overwrite = overwrite;
    }

    @Override
    public void begin() {
        accessor.call(BEGIN_UPLOAD, overwrite);
    }

    @Override
    public void upload(List<Properties> batch) {
        batches.upload(batch, collection -> accessor.call(UPLOAD, collection));
    }

    @Override
    public void end() {
        accessor.call(END_UPLOAD);
    }

    @Override
    public void reset() {
        accessor.call(RESET_UPLOAD);
        try {
            accessor.call(END_UPLOAD);
        } catch (ComFailure e) {
            LOG.debug("The failed upload of a table had ended already", e);
        }
    }

    @Override
    public void close() {
        accessor.close();
    }
}
