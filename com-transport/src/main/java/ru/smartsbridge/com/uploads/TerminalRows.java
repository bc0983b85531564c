package ru.smartsbridge.com.uploads;

import java.util.List;
import java.util.UUID;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Tabulation;
import ru.smartsbridge.com.terminal.TerminalSession;

/**
 * Rows of a table as TerminalConnector takes them. Which fields are a table's key nobody tells here, so all rows are
 * sent in the order in which they came, and what a known key comes to is the component's affair.
 */
final class TerminalRows implements Destination<Row, TerminalSession> {
    private static final int BATCH = 500;

    private final FieldOwner.TableRows owner;
    private final String name;
    private final Mode mode;
    private final Tabulation tabulation;

    private TerminalRows(FieldOwner.TableRows owner, String name, Mode mode, Tabulation tabulation) {
        this.owner = owner;
        this.name = name;
        this.mode = mode;
        this.tabulation = tabulation;
    }

    /**
     * Those of a plan.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code NOT_FOUND} for a table that is not configured
     */
    static TerminalRows of(TerminalUploadBase base, UploadPlan.TableRows plan) {
        String name = base.schema()
                .schema()
                .names()
                .tableName(plan.uni())
                .orElseThrow(() -> ApiTexts.notFound("set.unknown", "Tables/" + plan.uni()));
        FieldOwner.TableRows owner =
                new FieldOwner.TableRows(base.schema().schema().names().tableUni(name));
        return new TerminalRows(
                owner, name, plan.mode(), Tabulation.ofRows(base.schema().declarations(), base.zone(), owner));
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Table(owner.uni());
    }

    @Override
    public ComponentClass type() {
        return ComponentClass.ROW;
    }

    @Override
    public FieldOwner owner() {
        return owner;
    }

    @Override
    public Spooled accepted(Row added) {
        Properties row = added.properties();
        tabulation.requirePlaces(row);
        return new Spooled(UUID.randomUUID().toString(), null, row);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Visibility visibility() {
        return Visibility.UNKNOWN;
    }

    @Override
    public Carrier carrier(TerminalSession session, Gathered gathered) {
        return new TerminalCarrier(session, tabulation, gathered) {
            @Override
            void begin(List<String> columns) {
                session.beginTable(columns, name, mode == Mode.OVERWRITE);
            }

            @Override
            void add(List<Object> values) {
                session.addRow(values);
            }

            @Override
            public void end() {
                session.endTable();
            }
        };
    }

    /** Nothing can be read through TerminalConnector: that it took the End is all that is known. */
    @Override
    public void verify(TerminalSession session, Gathered gathered, BatchEdges edges) {}
}
