package ru.smartsbridge.com;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.reading.SetPlace;
import ru.smartsbridge.com.terminal.TerminalSession;
import ru.smartsbridge.com.terminal.TerminalSettings;
import ru.smartsbridge.com.text.ComTexts;
import ru.smartsbridge.com.uploads.Uploads;

/** A base behind the vendor's TerminalConnector as a {@link Transport}: it takes uploads and serves nothing else. Thread-safe. */
final class TerminalTransport implements Transport {
    private final String description;
    private final TerminalSettings settings;
    private final Component<TerminalSession> component;
    private final Uploads<TerminalSession> uploads;
    private final Housed<TerminalSession> house;

    TerminalTransport(
            String description,
            TerminalSettings settings,
            Uploads<TerminalSession> uploads,
            Housed<TerminalSession> house) {
        this.description = description;
        this.settings = settings;
        this.component = house.component();
        this.uploads = uploads;
        this.house = house;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Capabilities capabilities() {
        return ComCapabilities.TERMINAL_CONNECTOR;
    }

    /** What the configuration says: the component is asked nothing. */
    @Override
    public Schema schema(Call call) {
        return settings.schema().schema();
    }

    @Override
    public BaseInfo baseInfo(Call call) {
        return component.of(call).call("BaseInfo", TerminalSession::readBaseInfo);
    }

    private SetKind asked(Verb verb, EntitySet<?> set) {
        SetKind kind = SetPlace.of(settings.schema().schema().edmx(), set).kind();
        capabilities().require(verb, kind, set.name());
        return kind;
    }

    /** What the capabilities exclude, whatever the set. */
    private BridgeException excluded(Verb verb, EntitySet<?> set) {
        SetKind kind = asked(verb, set);
        throw new IllegalStateException(verb + " of " + kind + " has no way to be served");
    }

    @Override
    public <T extends Entity> Rows<T> list(EntitySet<T> set, Query query, Call call) {
        throw excluded(Verb.LIST, set);
    }

    @Override
    public <T extends Entity> Optional<T> find(EntitySet<T> set, String key, Query query, Call call) {
        throw excluded(Verb.FIND, set);
    }

    @Override
    public Rows<OtherEntity> related(EntitySet<?> set, String key, String navigation, Query query, Call call) {
        throw excluded(Verb.RELATED, set);
    }

    @Override
    public <T extends Entity> Written<T> create(EntitySet<T> set, T entity, Call call) {
        asked(Verb.CREATE, set);
        throw ApiTexts.conflict("create.notBegun", set.name());
    }

    @Override
    public void update(EntitySet<?> set, String key, Properties changes, Call call) {
        throw excluded(Verb.UPDATE, set);
    }

    @Override
    public void replace(EntitySet<?> set, String key, Properties entity, Call call) {
        throw excluded(Verb.REPLACE, set);
    }

    @Override
    public void delete(EntitySet<?> set, String key, Call call) {
        throw excluded(Verb.DELETE, set);
    }

    @Override
    public void endUpdate(EntitySet<?> set, String key, Call call) {
        throw excluded(Verb.END_UPDATE, set);
    }

    @Override
    public void block(EntitySet<?> set, String key, Duration timeout, Call call) {
        throw excluded(Verb.BLOCK, set);
    }

    @Override
    public void unblock(EntitySet<?> set, String key, Call call) {
        throw excluded(Verb.BLOCK, set);
    }

    @Override
    public <T> Upload<T> begin(UploadPlan<T> plan, Call call) {
        requireTaken(plan);
        return uploads.begin(plan);
    }

    @Override
    public <T> Optional<Upload<T>> resume(UploadPlan<T> plan, Call call) {
        requireTaken(plan);
        return uploads.resume(plan);
    }

    private void requireTaken(UploadPlan<?> plan) {
        if (plan instanceof UploadPlan.Cells) {
            capabilities().require(Verb.UPLOAD, EntitySet.CELLS);
        }
    }

    @Override
    public void abandon(UploadPlan<?> plan, Call call) {
        requireTaken(plan);
        uploads.abandon(plan);
    }

    @Override
    public List<Remark> remarks(Call call) {
        List<Remark> remarks = new ArrayList<>();
        remarks.add(new Remark(true, ComTexts.text("remark.terminal.unproven")));
        remarks.add(new Remark(false, ComTexts.text("remark.terminal.values")));
        settings.members()
                .changed()
                .forEach(member -> remarks.add(new Remark(false, ComTexts.text("remark.terminal.member", member))));
        return remarks;
    }

    @Override
    public List<Remark> surroundings() {
        return house.surroundings().get();
    }

    @Override
    public Optional<Text> trouble() {
        return house.trouble();
    }

    @Override
    public void close() {
        try {
            uploads.close();
        } finally {
            house.close();
        }
    }
}
