package ru.smartsbridge.rest.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.DeclaredFields;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.Kept;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.rest.backend.Backend;
import ru.smartsbridge.rest.error.Refusal;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.Answer;
import ru.smartsbridge.rest.http.Ask;
import ru.smartsbridge.rest.http.Body;
import ru.smartsbridge.rest.rows.EntityRows;
import ru.smartsbridge.rest.rows.SingleEntity;

/** Reads a base's schema: {@code $metadata}, document types, tables and the schema of products. */
public final class SchemaReading implements Kept.Source<Schema> {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaReading.class);

    private static final int LARGEST_METADATA = 64 << 20;

    /** Fields of a type's header, of its lines, and of its tables [edmx]. */
    private static final String TYPE_FIELDS = "?$expand=fields,columns,tables($expand=fields)";

    private static final String FIELDS = "?$expand=fields";

    /** How servers refuse an expansion or a set that they do not have [guess]. */
    private static final Set<Integer> NOT_KNOWN = Set.of(400, 404, 500, 501);

    private final Backend backend;

    public SchemaReading(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Schema read(Call call) {
        Edmx edmx = metadata(call);
        List<DocumentType> types = list("DocTypes", TYPE_FIELDS, DocumentType::new, call);
        List<TableInfo> tables = list("TablesInfo", FIELDS, TableInfo::new, call);
        Optional<ProductSchema> products = refusable("ProductSchema" + FIELDS, call, () -> one("ProductSchema", call))
                .map(ProductSchema::new);
        return new Schema(edmx, Names.of(types, tables), DeclaredFields.of(types, tables, products));
    }

    private Edmx metadata(Call call) {
        Ask ask = new Ask("GET", backend.root().target("$metadata"), "application/xml", Body.NONE, false);
        try (Answer answer = backend.send(ask, call)) {
            byte[] document = answer.body().readNBytes(LARGEST_METADATA);
            answer.finish();
            return EdmxReader.read(document);
        } catch (IOException e) {
            throw RestTexts.failed(e, "unreadable.read", backend.root(), e.getMessage());
        }
    }

    /** With what is declared; where the server does not know the expansion, without. */
    private <T> List<T> list(String set, String expand, Function<Properties, T> view, Call call) {
        return refusable(set + expand, call, () -> Optional.of(all(set, expand, view, call)))
                .or(() -> refusable(set, call, () -> Optional.of(all(set, "", view, call))))
                .orElse(List.of());
    }

    private <T> List<T> all(String set, String query, Function<Properties, T> view, Call call) {
        List<T> all = new ArrayList<>();
        try (EntityRows rows = EntityRows.open(backend, set, query, call)) {
            rows.forEachRemaining(entity -> all.add(view.apply(entity)));
        }
        return all;
    }

    private Optional<Properties> one(String set, Call call) {
        Ask ask = Ask.get(backend.root().target(set + FIELDS));
        try (Answer answer = backend.send(ask, call)) {
            return SingleEntity.read(answer, backend.failures(), false, call.requestId());
        }
    }

    private static <T> Optional<T> refusable(String what, Call call, Supplier<Optional<T>> asked) {
        try {
            return asked.get();
        } catch (BridgeException e) {
            if (!Refusal.is(e, NOT_KNOWN)) {
                throw e;
            }
            LOG.info("[{}] {} is not answered, so it counts as undeclared: {}", call.requestId(), what, e.getMessage());
            return Optional.empty();
        }
    }
}
