package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The whole exchange by a client with patience, with a fault of the component before every one of its requests. */
@Timeout(value = 18, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = "lab.faults", matches = "all", disabledReason = "takes minutes: -Dlab.faults=all")
class PatientExchangeIT {
    /** Each at the first call that comes, forgotten a second later so that the next process does not meet it too. */
    private static final String FAULTS = """
            case $((NUMBER %% 8)) in
              0) fault='exit 3' ;;
              1 | 4) fault='hresult 0x800706BA' ;;
              2 | 5 | 7) fault='exception на складе пожар' ;;
              *) fault='garbage' ;;
            esac
            [ "$NUMBER" != 10 ] || fault=hang
            echo "*.*@1 $fault" >'%1$s.new' && mv '%1$s.new' '%1$s'
            (sleep 1 && : >'%1$s') >/dev/null 2>&1 &
            sleep 0.05
            """;

    @TempDir
    Path folder;

    @Test
    void with_a_fault_at_each_step_nothing_is_lost_and_nothing_doubled() throws Exception {
        try (TwoBases bases = TwoBases.start(folder, "3s", "5s")) {
            Path orders = folder.resolve("home/control.txt");
            String said = new Exchange(bases.base(), bases.bridge(), folder)
                    .run("--overwrite", "--patient", "120", "--before", FAULTS.formatted(orders));
            assertThat(said).contains("The whole exchange went through").contains("it is asked again");
            long starts = bases.bridge()
                    .state("main")
                    .object("worker")
                    .orElseThrow()
                    .decimal("starts")
                    .longValueExact();
            System.out.println("workers started: " + starts);
            assertThat(starts).as("processes that ended").isGreaterThan(2);
            assertThat(Files.exists(orders)).isTrue();
        }
    }
}
