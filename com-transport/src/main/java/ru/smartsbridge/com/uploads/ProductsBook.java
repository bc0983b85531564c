package ru.smartsbridge.com.uploads;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.StorageConnector;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The products' book as the component takes it: hidden until End, keyed by id to the letter, an update replacing a
 * product whole; the same id in two batches cancels the upload, and the connector that uploaded goes on showing the
 * old book [run].
 */
abstract class ProductsBook<T> implements Destination<T, ComSession> {
    /** A crossing costs nothing beside so many; ten times as many would hold the apartment's XML in memory. */
    private static final int BATCH = 2_000;

    /** Another connector's upload that never ended does not stand in the way [guess: {@code anyway}]. */
    private static final boolean ANYWAY = true;

    private final Mode mode;
    private final boolean fullText;

    ProductsBook(Mode mode, boolean fullText) {
        this.mode = mode;
        this.fullText = fullText;
    }

    /** Whether what was there before goes. */
    final boolean overwrites() {
        return mode == Mode.OVERWRITE;
    }

    /** Whether an index for searching by words is made. */
    final boolean fullText() {
        return fullText;
    }

    @Override
    public final UploadTarget target() {
        return new UploadTarget.Products();
    }

    @Override
    public final ComponentClass type() {
        return ComponentClass.PRODUCT;
    }

    @Override
    public final FieldOwner owner() {
        return new FieldOwner.Products();
    }

    @Override
    public final int batch() {
        return BATCH;
    }

    @Override
    public final Visibility visibility() {
        return Visibility.AT_END;
    }

    /** A product that the component's collections take. */
    final Spooled spooled(Properties product) {
        String id = Keys.required(product, "id", "Products");
        Set<String> packings = new HashSet<>();
        for (Properties packing : product.objects("packings")) {
            String packingId = Keys.text(packing, "id");
            // a packing that its collection refuses takes this product and all after it out of the XML's batch [run]
            if (packingId.isEmpty()) {
                throw ApiTexts.invalid("entity.noKey", "packings", "id").at("packings.id");
            }
            if (!packings.add(packingId)) {
                throw ComTexts.error(Category.INVALID_REQUEST, "upload.packing.twice", id, packingId)
                        .at("packings.id");
            }
        }
        return new Spooled(id, null, product);
    }

    @Override
    public final Carrier carrier(ComSession session, Gathered gathered) {
        StorageConnector connector = session.connector();
        Batches batches = new Batches(session, type(), owner());
        return new Carrier() {
            @Override
            public void begin() {
                connector.beginUploadProducts(ANYWAY, overwrites(), fullText);
            }

            @Override
            public void upload(List<Properties> batch) {
                batches.upload(batch, connector::uploadProducts);
            }

            @Override
            public void end() {
                connector.endUploadProducts();
            }

            @Override
            public void reset() {
                connector.resetUploadProducts();
            }

            @Override
            public void close() {
                // the connector is the session's
            }
        };
    }

    @Override
    public final void verify(ComSession session, Gathered gathered, BatchEdges edges) {
        session.renew();
        if (overwrites()) {
            Arrived.requireCount(target(), session.connector().getProductsCount(), gathered.distinct());
        }
        for (String id : edges.keys()) {
            try (AutomationObject product = session.connector().getProductById(id)) {
                if (product == null) {
                    throw Arrived.lost(target(), id);
                }
            }
        }
    }
}
