package ru.smartsbridge.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.FaultySide;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Group;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.side.Side;

/** What differs between two readings of control is noise: counted apart, and no difference of the candidate. */
class NoiseTest {
    private static final String USERS = "Users";

    /** Control whose second reading of the users is another one. */
    private static Side restless(java.util.function.UnaryOperator<List<Properties>> later) {
        int[] asked = new int[1];
        return new FaultySide(TestBase.named("main"), USERS, rows -> {
            if (++asked[0] == 1) {
                return rows;
            }
            List<Properties> users = new ArrayList<>();
            rows.forEachRemaining(users::add);
            return Rows.of(later.apply(users), OptionalLong.empty());
        });
    }

    private static List<Properties> described(List<Properties> users, String text) {
        users.set(0, users.get(0).with("description", Value.text(text)));
        return users;
    }

    @Test
    void a_value_that_control_itself_changes_does_not_count() {
        Side control = restless(users -> described(users, "second"));
        TestBase candidate = TestBase.named("next").put(USERS, 0, "description", Value.text("third"));
        Compared compared = Compared.of(control, candidate);
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.report().noise()).extracting(Group::field).containsExactly("description");
        assertThat(compared.report().noiseCount()).isEqualTo(1);
        assertThat(compared.report().outcome()).isEqualTo(Outcome.MAY_SWITCH);
    }

    @Test
    void another_value_of_the_same_entity_counts_all_the_same() {
        Side control = restless(users -> described(users, "second"));
        TestBase candidate = TestBase.named("next").put(USERS, 0, "groupId", Value.text("none"));
        assertThat(Compared.of(control, candidate).differences())
                .extracting(Difference::field)
                .containsExactly("groupId");
    }

    @Test
    void an_entity_that_goes_while_it_is_read_does_not_count() {
        Side control = restless(users -> users.subList(1, users.size()));
        TestBase candidate = TestBase.named("next");
        candidate.set(USERS).remove(0);
        Compared compared = Compared.of(control, candidate);
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.report().noiseCount()).isEqualTo(1);
    }

    @Test
    void an_entity_that_comes_while_it_is_read_does_not_count() {
        Properties guest = TestBase.named("x").set(USERS).get(0).with("id", Value.text("guest"));
        Side control = restless(users -> {
            users.add(guest);
            return users;
        });
        TestBase candidate = TestBase.named("next");
        candidate.set(USERS).add(guest);
        Compared compared = Compared.of(control, candidate);
        assertThat(compared.differences()).isEmpty();
        assertThat(compared.report().noiseCount()).isEqualTo(1);
    }

    @Test
    void without_the_second_reading_everything_counts() {
        Side control = restless(users -> described(users, "second"));
        TestBase candidate = TestBase.named("next").put(USERS, 0, "description", Value.text("third"));
        Compared compared =
                Compared.of(control, candidate, Plan.COMPLETE.withNoise(false), List.of(), java.util.Set.of());
        assertThat(compared.differences()).hasSize(1);
        assertThat(compared.report().noise()).isEmpty();
    }
}
