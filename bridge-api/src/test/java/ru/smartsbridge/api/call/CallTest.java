package ru.smartsbridge.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.value.Properties;

class CallTest {
    @Test
    void a_call_in_a_log_shows_who_asks_and_no_secret() {
        Caller named = new Caller("operator", "10.0.0.7", Optional.of(new Credentials.Password("operator", "geheim")));
        assertThat(new Call("42", named).toString())
                .contains("42", "operator", "10.0.0.7")
                .doesNotContain("geheim");
        Caller session = new Caller("operator", "10.0.0.7", Optional.of(new Credentials.Token("geheim")));
        assertThat(new Call("42", session).toString()).doesNotContain("geheim");
    }

    @Test
    void an_entity_in_a_log_shows_no_secret_either() {
        User user = new User(
                Properties.builder().put("id", "1").put("password", "geheim").build());
        assertThat(user.toString()).contains("\"id\":\"1\"").doesNotContain("geheim");
        assertThat(Optional.of(user.properties()).toString()).doesNotContain("geheim");
    }
}
