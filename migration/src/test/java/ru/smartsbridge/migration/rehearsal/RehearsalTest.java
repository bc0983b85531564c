package ru.smartsbridge.migration.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.FaultySide;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.run.Comparison;
import ru.smartsbridge.migration.run.Progress;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.side.TransportSide;
import ru.smartsbridge.sandbox.SandboxProvider;

/** What is written through both ways reads the same through both, and is gone afterwards where it can be. */
class RehearsalTest {
    @TempDir
    Path folder;

    private Transport base;
    private Transport otherBase;
    private final List<Difference> differences = new ArrayList<>();
    private List<Report.Trace> planned = List.of();

    @BeforeEach
    void open() {
        base = sandbox();
        otherBase = sandbox();
    }

    @AfterEach
    void close() {
        base.close();
        otherBase.close();
    }

    private static Transport sandbox() {
        return new SandboxProvider(Clock.systemUTC())
                .open(new BaseSettings(
                        "demo", ZoneOffset.UTC, Path.of("target"), Map.of("store", "memory", "products", 20L)));
    }

    private static Side way(String name, Transport transport) {
        return new TransportSide(name, "memory", transport, ZoneOffset.UTC, Fidelity.EXACT);
    }

    private Report rehearsed(Side control, Side candidate) throws IOException {
        Progress progress = new Progress() {
            @Override
            public void writes(List<Report.Trace> traces) {
                planned = traces;
            }
        };
        return new Comparison(
                        control,
                        candidate,
                        Plan.COMPLETE,
                        List.of(),
                        Set.of(),
                        progress,
                        differences::add,
                        folder,
                        Compared.TODAY)
                .rehearsingWrites()
                .run();
    }

    private static long count(Transport transport, String set) {
        long count = 0;
        try (Rows<Properties> rows = way("x", transport).rows(set, List.of(), false)) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        return count;
    }

    @Test
    void two_ways_to_one_base_show_each_other_what_they_write() throws IOException {
        Report report = rehearsed(way("rest", base), way("com", base));
        assertThat(differences).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(report.rehearsal().orElseThrow().oneBase()).isTrue();
        assertThat(report.sets())
                .filteredOn(set -> set.set().startsWith(Rehearsal.PREFIX))
                .extracting(SetResult::set)
                .contains("writes: Products", "writes: Tables/Ceny", "writes: Docs/PodborZakaza");
    }

    @Test
    void two_bases_each_show_their_own() throws IOException {
        Report report = rehearsed(way("old", base), way("new", otherBase));
        assertThat(report.outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(report.rehearsal().orElseThrow().oneBase()).isFalse();
    }

    @Test
    void all_that_is_written_is_told_before_and_after_and_is_gone_where_it_can_be() throws IOException {
        long documents = count(base, "Docs");
        long products = count(base, "Products");
        long prices = count(base, "Tables/Ceny");
        Report report = rehearsed(way("rest", base), way("com", base));
        assertThat(report.rehearsal().orElseThrow().written())
                .hasSameSizeAs(planned)
                .allMatch(Report.Trace::removed);
        assertThat(count(base, "Docs")).isEqualTo(documents);
        assertThat(count(base, "Products")).isEqualTo(products);
        assertThat(count(base, "Tables/Ceny")).isEqualTo(prices);
    }

    @Test
    void what_cannot_be_removed_is_told_as_staying_before_and_after() throws IOException {
        Side keeping = new FaultySide(way("com", base), "", rows -> rows) {
            @Override
            public boolean removes(String set) {
                return set.startsWith("Docs/");
            }
        };
        Report report = rehearsed(way("rest", base), keeping);
        assertThat(planned)
                .filteredOn(trace -> !trace.removed())
                .allMatch(trace -> trace.side().equals("com"));
        List<String> staying = planned.stream()
                .filter(trace -> !trace.removed())
                .map(Report.Trace::key)
                .toList();
        assertThat(staying).contains("smarts-bridge-rehearsal-Products-1-candidate");
        assertThat(report.rehearsal().orElseThrow().written())
                .filteredOn(trace -> !trace.removed())
                .extracting(Report.Trace::key)
                .containsExactlyElementsOf(staying);
    }

    @Test
    void a_way_that_loses_a_field_when_it_writes_is_found() throws IOException {
        Side losing = new FaultySide(way("com", base), "", rows -> rows) {
            @Override
            public Properties create(String set, Properties entity) {
                return super.create(set, entity.without("rezhimUpakovok"));
            }
        };
        rehearsed(way("rest", base), losing);
        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.set()).startsWith("writes: Docs/");
            assertThat(difference.field()).isEqualTo("rezhimUpakovok");
            assertThat(difference.key()).startsWith("com → rest");
        });
    }

    @Test
    void a_way_that_changes_a_value_when_it_reads_is_found() throws IOException {
        Side rounding = new FaultySide(way("com", base), "", rows -> rows) {
            @Override
            public Optional<Properties> one(String set, String key, List<String> expand) {
                return super.one(set, key, expand)
                        .map(entity -> set.equals("Products") && key.startsWith(Specimens.KEY)
                                ? entity.with("marking", Value.text("?"))
                                : entity);
            }
        };
        rehearsed(way("rest", base), rounding);
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).field()).isEqualTo("marking");
        assertThat(differences.get(0).key()).startsWith("rest → com");
    }

    @Test
    void a_way_that_refuses_what_the_other_takes_is_found_and_nothing_is_removed_that_was_not_written()
            throws IOException {
        List<String> deleted = new ArrayList<>();
        Side refusing = new FaultySide(way("com", base), "", rows -> rows) {
            @Override
            public void merge(String set, List<Properties> entities) {
                throw new BridgeException(Category.UNSUPPORTED_HERE, Text.verbatim("no uploads"));
            }

            @Override
            public void delete(String set, String key) {
                deleted.add(set);
                super.delete(set, key);
            }
        };
        Report report = rehearsed(way("rest", base), refusing);
        assertThat(differences).isNotEmpty().allMatch(difference -> difference.kind() == Kind.ERROR);
        assertThat(deleted).isNotEmpty().allMatch(set -> set.startsWith("Docs/"));
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERS);
    }

    @Test
    void a_way_that_breaks_down_while_it_writes_leaves_a_gap_and_its_entity_is_removed_in_case_it_is_there()
            throws IOException {
        Side breaking = new FaultySide(way("com", base), "", rows -> rows) {
            @Override
            public void merge(String set, List<Properties> entities) {
                super.merge(set, entities);
                throw new BridgeException(Category.TIMED_OUT, Text.verbatim("no answer"));
            }
        };
        long products = count(base, "Products");
        Report report = rehearsed(way("rest", base), breaking);
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(count(base, "Products")).isEqualTo(products);
    }
}
