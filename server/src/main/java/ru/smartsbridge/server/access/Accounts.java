package ru.smartsbridge.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * Accounts by login and password. A hash is slow on purpose, so what was right once is remembered, as a keyed digest, and
 * few are computed at a time. Thread-safe.
 */
final class Accounts {
    private static final int MOST_REMEMBERED = 1_000;
    private static final int MOST_WAITING = 32;
    private static final long PATIENCE_SECONDS = 5;
    private static final String DIGEST = "HmacSHA256";

    private final Map<String, Account> byLogin;
    /** Computed for a login that nobody has, so that its refusal takes as long as another's. */
    private final PasswordHash nobody = PasswordHash.ofNobody();

    private final Semaphore computing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final SecretKeySpec key;
    private final Map<String, String> right = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Accounts(List<Account> accounts) {
        this.byLogin = accounts.stream().collect(Collectors.toMap(Account::login, Function.identity()));
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, DIGEST);
    }

    Optional<Account> named(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    /**
     * The account that the password is right for.
     *
     * @throws BridgeException {@code TOO_MANY} where too many wait for theirs to be looked at
     */
    Optional<Account> of(Credentials.Password shown) {
        String digest = digest(shown);
        synchronized (right) {
            if (shown.login().equals(right.get(digest))) {
                return named(shown.login());
            }
        }
        PasswordHash hash = named(shown.login()).map(Account::password).orElse(nobody);
        if (!computed(hash, shown.password()) || hash == nobody) {
            return Optional.empty();
        }
        synchronized (right) {
            right.put(digest, shown.login());
        }
        return named(shown.login());
    }

    private boolean computed(PasswordHash hash, String password) {
        try {
            if (computing.getQueueLength() >= MOST_WAITING
                    || !computing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BridgeException(Category.TOO_MANY, AccessTexts.text("login.many"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, AccessTexts.text("login.many"), e);
        }
        try {
            return hash.isOf(password);
        } finally {
            computing.release();
        }
    }

    private String digest(Credentials.Password shown) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            mac.update(shown.login().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(shown.password().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(DIGEST + " is part of every JDK", e);
        }
    }
}
