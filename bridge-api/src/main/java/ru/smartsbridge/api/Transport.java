package ru.smartsbridge.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

/**
 * One Mobile SMARTS base, whatever stands between it and us: each call here is what one OData request asks for.
 *
 * <p>Calls block, within bounds of the transport's own, and may come from many threads at once. Each fails with a
 * {@link ru.smartsbridge.api.error.BridgeException} and nothing else: {@code NOT_FOUND} for a set, table or type that
 * the base does not have, {@code UNSUPPORTED_HERE} for what {@link #capabilities()} excludes, {@code UNREACHABLE}
 * where nothing happened, {@code BACKEND_FAILED} and {@code TIMED_OUT} where on a write the outcome is unknown. An
 * interrupt ends a wait with {@code UNREACHABLE} and stays set. What is written was checked against
 * {@link #schema} by the caller ({@link ru.smartsbridge.api.schema.EntityCheck}).
 */
public interface Transport extends AutoCloseable {
    /** What stands behind, in a few words for people, without secrets: {@code rest http://ms-server:10501/api/v1}. */
    String description();

    /** What can be asked; does not change while the transport is open. */
    Capabilities capabilities();

    /** The base's {@code $metadata} with what it declares of additional fields; cheap after the first call. */
    Schema schema(Call call);

    /**
     * The same, read anew where the transport keeps it for a while: for who has met a name that the kept one does not
     * know, since a field may have been added a moment ago. Bounded: not more often than every few seconds.
     */
    default Schema schemaAnew(Call call) {
        return schema(call);
    }

    /** The singleton {@code BaseInfo}; asked anew each time, so that it tells whether the base answers. */
    BaseInfo baseInfo(Call call);

    /**
     * The entities of a set that match.
     *
     * <p>Every option of the query is honoured, by the backend or here.
     */
    <T extends Entity> Rows<T> list(EntitySet<T> set, Query query, Call call);

    /**
     * One entity, with {@code select} and {@code expand} of the query.
     *
     * @param key as text; {@code ""} for {@link EntitySet#PRODUCT_SCHEMA}
     * @return empty where the set has no such entity
     */
    <T extends Entity> Optional<T> find(EntitySet<T> set, String key, Query query, Call call);

    /**
     * What a navigation of one entity leads to, or the rows of a table that belongs to a document
     * ({@code Docs('id')/declaredItems}, {@code Docs('id')/Dokumenty}); one row or none where the navigation is
     * single.
     */
    Rows<OtherEntity> related(EntitySet<?> set, String key, String navigation, Query query, Call call);

    /** Creates an entity with what is nested in it (a document with its lines), whole or not at all. */
    <T extends Entity> Written<T> create(EntitySet<T> set, T entity, Call call);

    /** Changes the named properties and leaves the others (PATCH). */
    void update(EntitySet<?> set, String key, Properties changes, Call call);

    /** Gives an entity these properties and no others (PUT). */
    void replace(EntitySet<?> set, String key, Properties entity, Call call);

    /** Removes an entity. */
    void delete(EntitySet<?> set, String key, Call call);

    /** Has the base write a document to its disk at once instead of some 30 s later [doc]. */
    void endUpdate(EntitySet<?> set, String key, Call call);

    /** Keeps devices from taking a document for so long [edmx: Block(timeout), taken for seconds, guess]. */
    void block(EntitySet<?> set, String key, Duration timeout, Call call);

    /** Ends a block. */
    void unblock(EntitySet<?> set, String key, Call call);

    /** Begins an upload; one that is open on the same target in the backend is dropped by it. */
    <T> Upload<T> begin(UploadPlan<T> plan, Call call);

    /**
     * The upload of this plan that a process left behind in the middle of its End, so that nobody knows what the base
     * got of it: it can be ended once more, or reset. It lasts until then, or until another one begins on its target.
     *
     * @return empty where there is none, as where the backend itself keeps uploads
     */
    default <T> Optional<Upload<T>> resume(UploadPlan<T> plan, Call call) {
        return Optional.empty();
    }

    /** Drops whatever is open in the backend for this plan, after a crash. Never fails because nothing is open. */
    void abandon(UploadPlan<?> plan, Call call);

    /**
     * What people should know of the way to this base, for {@code check} and for who sets a base up. May ask the base.
     * None where there is nothing but the ordinary.
     */
    default List<Remark> remarks(Call call) {
        return List.of();
    }

    /**
     * What this process and its machine have for the way to the base, for {@code check}. Asks the base nothing, so that it
     * can be told where the base does not answer.
     */
    default List<Remark> surroundings() {
        return List.of();
    }

    /**
     * Why this transport should not go on serving though its base may answer, such as calls that never came back.
     * Costs nothing and asks nobody.
     *
     * @return empty where it is well
     */
    default Optional<Text> trouble() {
        return Optional.empty();
    }

    /** Where requests can be handed on unparsed; empty where only the typed calls serve. */
    default Optional<Forwarding> forwarding() {
        return Optional.empty();
    }

    /** Devices that can be told to work; empty for every real base. */
    default Optional<SimulatedDevices> simulatedDevices() {
        return Optional.empty();
    }

    /** Ends connections, threads and files. Open uploads are dropped. */
    @Override
    void close();
}
