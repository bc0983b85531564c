package ru.smartsbridge.migration;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.migration.side.Side;

/** A side whose readings of one set go wrong as a test wants. */
public class FaultySide implements Side {
    private final Side sound;
    private final String set;
    private final UnaryOperator<Rows<Properties>> fault;

    /** With what becomes of the rows of a set. */
    public FaultySide(Side sound, String set, UnaryOperator<Rows<Properties>> fault) {
        this.sound = sound;
        this.set = set;
        this.fault = fault;
    }

    /** Rows of which only the first come, and then something happens. */
    public static Rows<Properties> first(Rows<Properties> rows, int most, Runnable then) {
        return new Rows<>() {
            private int given;

            @Override
            public OptionalLong count() {
                return rows.count();
            }

            @Override
            public boolean hasNext() {
                if (given == most) {
                    then.run();
                }
                return rows.hasNext();
            }

            @Override
            public Properties next() {
                given++;
                return rows.next();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** Does not come back before it is told to. */
    public static void hang() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public String description() {
        return sound.description();
    }

    @Override
    public ZoneId zone() {
        return sound.zone();
    }

    @Override
    public Fidelity fidelity() {
        return sound.fidelity();
    }

    @Override
    public Schema schema() {
        return sound.schema();
    }

    @Override
    public Properties baseInfo() {
        return sound.baseInfo();
    }

    @Override
    public Rows<Properties> rows(String asked, List<String> expand, boolean counted) {
        Rows<Properties> rows = sound.rows(asked, expand, counted);
        return asked.equals(set) ? fault.apply(rows) : rows;
    }

    @Override
    public Optional<Properties> one(String asked, String key, List<String> expand) {
        return sound.one(asked, key, expand);
    }

    @Override
    public Properties create(String asked, Properties entity) {
        return sound.create(asked, entity);
    }

    @Override
    public boolean removes(String asked) {
        return sound.removes(asked);
    }

    @Override
    public void delete(String asked, String key) {
        sound.delete(asked, key);
    }

    @Override
    public void merge(String asked, List<Properties> entities) {
        sound.merge(asked, entities);
    }
}
