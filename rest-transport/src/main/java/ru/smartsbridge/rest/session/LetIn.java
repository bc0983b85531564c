package ru.smartsbridge.rest.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ru.smartsbridge.api.call.Caller;

/**
 * Whom the server has let in lately, of callers that show it their own accounts; kept as keyed digests, and for a while.
 * The bridge's own account needs no looking up. Bounded; thread-safe.
 */
public final class LetIn {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final String DIGEST = "HmacSHA256";

    private final Authorisation authorisation;
    private final LongSupplier nanos;
    private final SecretKeySpec key;
    private final Map<String, Long> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** With the clock that times are measured by, in the manner of {@link System#nanoTime}. */
    public LetIn(Authorisation authorisation, LongSupplier nanos) {
        this.authorisation = authorisation;
        this.nanos = nanos;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, DIGEST);
    }

    /** Whether the caller need not be asked about; always so where the bridge shows an account of its own. */
    public boolean knows(Caller caller) {
        if (authorisation.configured()) {
            return true;
        }
        String digest = digest(caller);
        synchronized (until) {
            Long end = until.get(digest);
            return end != null && end - nanos.getAsLong() > 0;
        }
    }

    /** The server has answered the caller. */
    public void add(Caller caller) {
        if (authorisation.configured()) {
            return;
        }
        String digest = digest(caller);
        synchronized (until) {
            until.remove(digest); // so that it counts as the youngest
            until.put(digest, nanos.getAsLong() + KEPT.toNanos());
        }
    }

    private String digest(Caller caller) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            byte[] shown = authorisation.header(caller).orElse("").getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(shown));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(DIGEST + " is part of every JDK", e);
        }
    }
}
