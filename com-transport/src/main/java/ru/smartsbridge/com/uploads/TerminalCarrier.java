package ru.smartsbridge.com.uploads;

import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.Tabulation;
import ru.smartsbridge.com.terminal.TerminalSession;

/** An upload through TerminalConnector: the columns that any of the entities needs, and row after row. */
abstract class TerminalCarrier implements Destination.Carrier {
    private final TerminalSession session;
    private final Tabulation.Used columns;

    /** Goes once through what was gathered: the columns have to be named before the first row. */
    TerminalCarrier(TerminalSession session, Tabulation tabulation, Gathered gathered) {
        this.session = session;
        this.columns = tabulation.used();
        gathered.entities().forEachRemaining(spooled -> columns.add(spooled.entity()));
    }

    abstract void begin(List<String> names);

    abstract void add(List<Object> values);

    @Override
    public final void begin() {
        begin(columns.names());
    }

    @Override
    public final void upload(List<Properties> batch) {
        for (Properties entity : batch) {
            columns.rows(entity).forEach(this::add);
        }
    }

    @Override
    public final void reset() {
        session.reconnect();
    }

    @Override
    public final void close() {
        // the connection is the session's
    }
}
