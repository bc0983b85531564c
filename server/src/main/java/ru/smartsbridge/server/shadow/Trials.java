package ru.smartsbridge.server.shadow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.run.AnswerComparison;
import ru.smartsbridge.migration.run.Comparison;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.migration.side.TransportSide;
import ru.smartsbridge.migration.words.Vocabulary;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.watch.InnerDoor;

/** Begins comparisons of answers between bases of this bridge: finds out what has to be known of the bases. */
public final class Trials {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COM = "com";

    private final Bases bases;
    private final InnerDoor door;
    private final Clock clock;

    /** @param door asks for what a base tells whose transport is in another process */
    public Trials(Bases bases, InnerDoor door, Clock clock) {
        this.bases = bases;
        this.door = door;
        this.clock = clock;
    }

    /** What is known of a base. */
    private record Known(Schema schema, Vocabulary vocabulary) {}

    /**
     * A comparison of the answers of two bases, with the built-in rules.
     *
     * @throws BridgeException where neither base tells its schema
     */
    public AnswerComparison comparison(
            BaseConfiguration control,
            BaseConfiguration candidate,
            Set<String> secrets,
            Consumer<Difference> differences) {
        Known known = here(control.name())
                .or(() -> here(candidate.name()))
                .map(base -> known(base))
                .orElseGet(() -> told(control.name()));
        Plan plan = Plan.COMPLETE;
        return new AnswerComparison(
                side(control),
                side(candidate),
                known.schema(),
                known.vocabulary(),
                plan.withSecrets(secrets),
                List.of(),
                Set.of(),
                differences,
                clock);
    }

    private static AnswerComparison.Base side(BaseConfiguration base) {
        Fidelity fidelity = base.ways().contains(COM) ? ComFidelity.ENTRIES : Fidelity.EXACT;
        return new AnswerComparison.Base(base.name(), String.join(", ", base.ways()), base.timeZone(), fidelity);
    }

    /** The base of that name, where one of its ways is in this process. */
    private Optional<Base> here(String name) {
        return bases.find(name).stream()
                .flatMap(base -> Stream.concat(base.way().stream(), base.ways().stream()))
                .filter(Way.Here.class::isInstance)
                .map(way -> ((Way.Here) way).base())
                .findFirst();
    }

    private static Known known(Base base) {
        Schema schema = base.transport().schema(new Call("shadow", Caller.BRIDGE));
        TransportSide side = new TransportSide(base.name(), base.kind(), base.transport(), base.zone(), Fidelity.EXACT);
        return new Known(schema, Comparison.words(side));
    }

    private Known told(String name) {
        try {
            ReadAnswer metadata = door.ask(name, new ReadRequest("$metadata", null), Map.of(), PATIENCE);
            if (metadata.status() >= 300) {
                throw new BridgeException(Category.BACKEND_FAILED, ShadowTexts.text("status", metadata.status()));
            }
            Schema schema = new Schema(EdmxReader.read(metadata.body()), Names.of(List.of(), List.of()), Map.of());
            return new Known(schema, Vocabulary.STANDARD);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ShadowTexts.text("stopping"));
        }
    }
}
