package ru.smartsbridge.com.uploads;

import java.util.List;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.reading.SetPlace;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The cells of one warehouse, hidden until End.
 *
 * <p>To clients a cell is known by its id, to the component by its barcode: an update puts a cell in the place of the
 * one with that barcode, whatever its id, and leaves one of the same id with another barcode where it is; a cell whose
 * barcode is not even empty is refused [run]. So two cells of one upload do not share a barcode, at most one has none,
 * and an update that would take a cell's barcode for another is refused before anything is done.
 */
final class CellsDestination implements Destination<Cell, ComSession> {
    /** Adding to the component's collection of cells is quadratic [run]. */
    private static final int BATCH = 1_000;

    private static final String BARCODE = "barcode";
    private static final String WAREHOUSE = "warehouseId";

    /** Fields that the component adds to what it gives, and computes anew from what it takes [run]. */
    private static final List<String> COMPUTED = List.of("nameUC", "originalIndex");

    private static final Member COUNT = Member.of("Count");

    private final UploadBase base;
    private final SetPlace place;
    private final String warehouse;
    private final Mode mode;

    CellsDestination(UploadBase base, SetPlace place, UploadPlan.Cells plan) {
        this.base = base;
        this.place = place;
        this.warehouse = plan.warehouseId();
        this.mode = plan.mode();
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Cells(warehouse);
    }

    @Override
    public ComponentClass type() {
        return ComponentClass.CELL;
    }

    @Override
    public FieldOwner owner() {
        return new FieldOwner.Undeclared("Cleverence.Warehouse.Cell");
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Visibility visibility() {
        return Visibility.AT_END;
    }

    @Override
    public Spooled accepted(Cell added) {
        Properties cell = added.properties();
        String id = Keys.required(cell, "id", place.info().name());
        String given = Keys.text(cell, WAREHOUSE);
        if (!given.isEmpty() && !given.equals(warehouse)) {
            throw ComTexts.error(Category.INVALID_REQUEST, "upload.cell.otherWarehouse", id, given, warehouse)
                    .at(WAREHOUSE);
        }
        String barcode = Keys.text(cell, BARCODE);
        Properties sent = cell.without(WAREHOUSE).with(BARCODE, Value.text(barcode));
        for (String computed : COMPUTED) {
            sent = sent.without(computed);
        }
        return new Spooled(id, barcode, sent);
    }

    @Override
    public boolean hasOther() {
        return true;
    }

    @Override
    public String twice() {
        return "upload.barcode.twice";
    }

    private Stored stored() {
        EdmProperty property = place.type().property(WAREHOUSE).orElseThrow();
        return new Stored(
                base, place, Query.ALL.withFilter(Expression.equal(new Literal.Text(warehouse), property.name())));
    }

    @Override
    public void before(ComSession session, Gathered gathered) {
        if (mode == Mode.OVERWRITE) {
            return;
        }
        stored().each(cell -> {
            String id = Keys.text(cell, "id");
            String barcode = Keys.text(cell, BARCODE);
            Spooled ofBarcode = gathered.withOther(barcode);
            if (ofBarcode != null && !ofBarcode.key().equals(id)) {
                throw conflict(ofBarcode.key(), barcode, id);
            }
            int ofId = gathered.find(id);
            if (ofId >= 0 && !gathered.at(ofId).other().equals(barcode)) {
                throw ComTexts.error(
                        Category.CONFLICT,
                        "upload.cell.barcode.changed",
                        id,
                        barcode,
                        gathered.at(ofId).other());
            }
        });
    }

    private static BridgeException conflict(String id, String barcode, String there) {
        return ComTexts.error(Category.CONFLICT, "upload.cell.barcode.taken", id, barcode, there);
    }

    @Override
    public Carrier carrier(ComSession session, Gathered gathered) {
        StorageConnector connector = session.connector();
        Batches batches = new Batches(session, type(), owner());
        return new Carrier() {
            @Override
            public void begin() {
                connector.beginUploadCells(warehouse, mode == Mode.OVERWRITE);
            }

            @Override
            public void upload(List<Properties> batch) {
                batches.upload(batch, connector::uploadCells);
            }

            @Override
            public void end() {
                connector.endUploadCells();
            }

            @Override
            public void reset() {
                connector.resetUploadCells();
            }

            @Override
            public void close() {
                // the connector is the session's
            }
        };
    }

    @Override
    public void verify(ComSession session, Gathered gathered, BatchEdges edges) {
        if (mode == Mode.UPDATE) {
            stored().requireAll(this, gathered, cell -> Keys.text(cell, "id"));
            return;
        }
        try (AutomationObject accessor = session.connector().getCellsAccessor(warehouse)) {
            Arrived.requireCount(target(), accessor.number(COUNT), gathered.distinct());
        }
    }
}
