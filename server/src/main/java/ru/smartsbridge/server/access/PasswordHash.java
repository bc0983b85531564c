package ru.smartsbridge.server.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it lies in a configuration: {@code pbkdf2-sha512:ROUNDS:SALT:HASH}, the last two in Base64. Immutable;
 * its text form shows nothing.
 */
public final class PasswordHash {
    /** What OWASP advises for PBKDF2 with HMAC-SHA-512; a tenth of a second here. */
    private static final int ROUNDS = 210_000;

    private static final int FEWEST_ROUNDS = 100_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String NAME = "pbkdf2-sha512";
    private static final Pattern FORM =
            Pattern.compile(NAME + ":([1-9][0-9]{0,7}):([A-Za-z0-9+/]{22,86}={0,2}):([A-Za-z0-9+/]{86}==)");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** One of a password, with a salt of its own. */
    public static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ROUNDS, salt, derived(password, salt, ROUNDS));
    }

    /** One that no password fits, at the same cost. */
    static PasswordHash ofNobody() {
        byte[] random = new byte[SALT_BYTES + HASH_BYTES];
        new SecureRandom().nextBytes(random);
        return new PasswordHash(
                ROUNDS, Arrays.copyOf(random, SALT_BYTES), Arrays.copyOfRange(random, SALT_BYTES, random.length));
    }

    /** Reads {@link #text}; empty where it is none, or one that is too quick to be safe or too slow to be served. */
    public static Optional<PasswordHash> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(matcher.group(1));
        if (rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
            return Optional.empty();
        }
        try {
            byte[] salt = Base64.getDecoder().decode(matcher.group(2));
            byte[] hash = Base64.getDecoder().decode(matcher.group(3));
            return Optional.of(new PasswordHash(rounds, salt, hash));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether it is of this password; takes its time. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, derived(password.toCharArray(), salt, rounds));
    }

    /** As it stands in a configuration. */
    public String text() {
        Base64.Encoder encoder = Base64.getEncoder();
        return NAME + ":" + rounds + ":" + encoder.encodeToString(salt) + ":" + encoder.encodeToString(hash);
    }

    private static byte[] derived(char[] password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password, salt, rounds, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return NAME + ":***";
    }

    /** Whether it is the same hash with the same salt. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash hashed
                && rounds == hashed.rounds
                && Arrays.equals(salt, hashed.salt)
                && MessageDigest.isEqual(hash, hashed.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }
}
