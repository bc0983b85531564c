package ru.smartsbridge.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class AccessTest {
    private static final PasswordHash HASH = PasswordHash.of("пароль".toCharArray());
    private static final Account EXCHANGE = new Account("обмен", HASH, Set.of("main"), false);
    private static final Account BOSS = new Account("boss", PasswordHash.of("b:oss".toCharArray()), Set.of(), true);

    private final AtomicLong clock = new AtomicLong();
    private final Access access = new Access(
            new AccessRules(AccessRules.Mode.USERS, List.of(EXCHANGE, BOSS), Set.of(), Set.of()), clock::get);

    private static Optional<Credentials> password(String login, String password) {
        return Optional.of(new Credentials.Password(login, password));
    }

    private static Optional<Credentials> token(String token) {
        return Optional.of(new Credentials.Token(token));
    }

    private static void refused(Category category, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(category));
    }

    @Test
    void a_hash_is_read_as_it_was_written_and_fits_its_password_alone() {
        PasswordHash read = PasswordHash.parse(HASH.text()).orElseThrow();
        assertThat(read.isOf("пароль")).isTrue();
        assertThat(read.isOf("Пароль")).isFalse();
        assertThat(read.isOf("")).isFalse();
        assertThat(HASH.text()).doesNotContain("пароль").startsWith("pbkdf2-sha512:210000:");
        assertThat(HASH).hasToString("pbkdf2-sha512:***");
        assertThat(PasswordHash.of("пароль".toCharArray()).text()).isNotEqualTo(HASH.text());
    }

    @Test
    void what_is_no_hash_or_one_that_is_too_quick_is_none() {
        for (String text : List.of(
                "",
                "пароль",
                HASH.text().replace(":210000:", ":1000:"),
                HASH.text().replace(":210000:", ":99999999:"),
                HASH.text().replace("pbkdf2-sha512", "md5"),
                HASH.text() + "=")) {
            assertThat(PasswordHash.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void an_account_is_let_in_with_its_password_and_may_use_its_bases_alone() {
        Guest guest = access.admit(password("обмен", "пароль"));
        assertThat(guest.account()).contains(EXCHANGE);
        assertThat(guest.administers()).isFalse();
        guest.requireBase("main");
        refused(Category.FORBIDDEN, () -> guest.requireBase("other"));
        Guest boss = access.admit(password("boss", "b:oss"));
        boss.requireBase("other");
        assertThat(boss.administers()).isTrue();
    }

    @Test
    void nobody_else_is_let_in() {
        refused(Category.UNAUTHENTICATED, () -> access.admit(Optional.empty()));
        refused(Category.UNAUTHENTICATED, () -> access.admit(password("обмен", "b:oss")));
        refused(Category.UNAUTHENTICATED, () -> access.admit(password("Обмен", "пароль")));
        refused(Category.UNAUTHENTICATED, () -> access.admit(password("", "")));
        refused(Category.UNAUTHENTICATED, () -> access.admit(token("x")));
    }

    @Test
    void a_password_that_was_right_once_costs_nothing_and_a_wrong_one_its_time_again() {
        access.admit(password("boss", "b:oss"));
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            access.admit(password("boss", "b:oss"));
        }
        long known = System.nanoTime() - begun;
        begun = System.nanoTime();
        refused(Category.UNAUTHENTICATED, () -> access.admit(password("boss", "wrong")));
        long wrong = System.nanoTime() - begun;
        System.out.println("a thousand known logins: " + known / 1_000_000 + " ms, a wrong one: " + wrong / 1_000_000);
        assertThat(known / 1_000).as("one known login").isLessThan(wrong / 10);
    }

    @Test
    void a_session_lasts_a_day_and_is_renewed_once_by_its_refresh_token() {
        Tokens tokens = access.open(new Credentials.Password("обмен", "пароль"));
        assertThat(tokens.life()).isEqualTo(Duration.ofDays(1));
        assertThat(tokens).hasToString("tokens ***");
        Guest guest = access.admit(token(tokens.access()));
        assertThat(guest.account()).contains(EXCHANGE);
        assertThat(guest.credentials()).isEqualTo(password("обмен", "пароль"));
        assertThat(guest.bySession()).isTrue();
        clock.addAndGet(Duration.ofDays(1).toNanos());
        refused(Category.UNAUTHENTICATED, () -> access.admit(token(tokens.access())));
        Tokens next = access.refresh(tokens.refresh());
        assertThat(access.admit(token(next.access())).account()).contains(EXCHANGE);
        refused(Category.UNAUTHENTICATED, () -> access.refresh(tokens.refresh()));
        refused(Category.UNAUTHENTICATED, () -> access.refresh(next.access()));
        refused(Category.UNAUTHENTICATED, () -> access.open(new Credentials.Password("обмен", "x")));
    }

    @Test
    void where_nobody_is_asked_a_token_stands_for_what_the_session_was_opened_with() {
        Access open = new Access(AccessRules.NONE, clock::get);
        assertThat(open.admit(Optional.empty())).isEqualTo(new Guest(Optional.empty(), Optional.empty(), false));
        assertThat(open.admit(token("of the server")).credentials()).isEqualTo(token("of the server"));
        Tokens tokens = open.open(new Credentials.Password("a", "b"));
        assertThat(open.admit(token(tokens.access()))).isEqualTo(new Guest(Optional.empty(), password("a", "b"), true));
    }
}
