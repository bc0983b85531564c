package ru.smartsbridge.rest.upload;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.backend.Backend;
import ru.smartsbridge.rest.error.Refusal;
import ru.smartsbridge.rest.http.Ask;
import ru.smartsbridge.rest.http.Body;

/**
 * An upload at a server. Each portion is one request that is written while it is sent: the server takes it whole or
 * not at all, since one that breaks off has no end.
 */
public final class RestUpload<T> implements Upload<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RestUpload.class);

    /** How servers answer a Reset where nothing is open [guess]. */
    private static final Set<Integer> NOTHING_OPEN = Set.of(400, 404, 409, 500);

    private final Backend backend;
    private final UploadPlan<T> plan;
    private final Steps steps;
    private final OpenUploads open;

    private RestUpload(Backend backend, OpenUploads open, UploadPlan<T> plan) {
        this.backend = backend;
        this.open = open;
        this.plan = plan;
        this.steps = Steps.of(plan);
    }

    /** Begins an upload at the server. */
    public static <T> RestUpload<T> begin(Backend backend, OpenUploads open, UploadPlan<T> plan, Call call) {
        RestUpload<T> upload = new RestUpload<>(backend, open, plan);
        upload.act("Begin", upload.steps.begin(), call);
        open.began(plan.target(), upload);
        return upload;
    }

    /** Drops what is open at the server for {@code plan}, where anything is. */
    public static void abandon(Backend backend, OpenUploads open, UploadPlan<?> plan, Call call) {
        new RestUpload<>(backend, open, plan).drop(call);
        open.abandoned(plan.target());
    }

    private void act(String verb, Properties parameters, Call call) {
        Body body = parameters.isEmpty() ? Body.EMPTY : Body.json(parameters);
        String target = backend.root().target(steps.action(verb));
        backend.perform(new Ask("POST", target, "application/json", body, verb.equals("End")), call);
    }

    @Override
    public long add(Iterator<? extends T> entities, Call call) {
        open.require(plan.target(), this);
        if (!entities.hasNext()) {
            return 0;
        }
        Portion portion = new Portion(entities);
        backend.perform(
                Ask.write("POST", backend.root().target(steps.add()), new Body.Streamed(portion::writeTo)), call);
        return portion.count;
    }

    @Override
    public void end(Call call) {
        open.require(plan.target(), this);
        act("End", steps.rest(), call);
        open.ended(plan.target(), this);
    }

    /** One that was followed by another has nothing left at the server. */
    @Override
    public void reset(Call call) {
        if (open.isOpen(plan.target(), this)) {
            drop(call);
            open.ended(plan.target(), this);
        }
    }

    private void drop(Call call) {
        try {
            act("Reset", steps.rest(), call);
        } catch (BridgeException e) {
            if (!Refusal.is(e, NOTHING_OPEN)) {
                throw e;
            }
            LOG.info(
                    "[{}] {} was not open at {}: {}",
                    call.requestId(),
                    plan.target().name(),
                    backend.root(),
                    e.getMessage());
        }
    }

    /** The body of one portion: an array [guess], one entity alone, or {@code flds} with the values of all records one after another [doc]. */
    private final class Portion {
        private final Iterator<? extends T> entities;
        private long count;

        Portion(Iterator<? extends T> entities) {
            this.entities = entities;
        }

        /** The generator is closed at the end only: before, closing would write on what is broken off. */
        @SuppressWarnings("resource")
        void writeTo(OutputStream body) throws IOException {
            JsonGenerator json = Json.generator(body);
            if (plan instanceof UploadPlan.ProductRecords) {
                json.writeStartObject();
                json.writeFieldName("flds");
                array(json, Optional.empty());
                json.writeEndObject();
            } else {
                Object first = entities.next();
                if (entities.hasNext()) {
                    array(json, Optional.of(first));
                } else {
                    write(json, first); // one alone goes as the one it is [client]
                }
            }
            json.close();
        }

        private void array(JsonGenerator json, Optional<Object> first) throws IOException {
            json.writeStartArray();
            if (first.isPresent()) {
                write(json, first.get());
            }
            while (entities.hasNext()) {
                write(json, entities.next());
            }
            json.writeEndArray();
        }

        private void write(JsonGenerator json, Object added) throws IOException {
            for (Value value : Steps.written(plan, added)) {
                Json.write(json, value);
            }
            count++;
        }
    }
}
