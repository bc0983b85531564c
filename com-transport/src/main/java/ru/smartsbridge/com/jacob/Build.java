package ru.smartsbridge.com.jacob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.com.text.ComTexts;

/** The builds of JACOB's DLL that are shipped, each for JVMs of one architecture, with what their bytes must be. */
enum Build {
    X64("jacob-x64.dll", "fbb3d16d2c3ee947fa3f9fb53e98b2fb4f0f4517abebc7005dfd082e928659af"),
    X86("jacob-x86.dll", "ca5ebd5e58d9d6bd8489d5ccf3b4f25ff2b11b2fc9eaa31ad47a8a43bfa913d5");

    private final String resource;
    private final String sha256;

    Build(String resource, String sha256) {
        this.resource = resource;
        this.sha256 = sha256;
    }

    /**
     * The build for a JVM's own bitness, which need not be that of the machine.
     *
     * @param architecture {@code os.arch}
     */
    static Optional<Build> of(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> Optional.of(X64);
            case "x86", "i386", "i486", "i586", "i686" -> Optional.of(X86);
            default -> Optional.empty();
        };
    }

    /** The DLL as a file in {@code folder}, with the bytes that it must have. */
    Path unpacked(Path folder) {
        // The name tells the bytes: a newer program does not meet an older one's file, which may be in use.
        Path file = folder.toAbsolutePath().resolve(sha256.substring(0, 8) + "-" + resource);
        try {
            if (!Files.isRegularFile(file) || !sha256.equals(digest(Files.readAllBytes(file)))) {
                unpack(file);
            }
            return file;
        } catch (IOException failure) {
            throw NativeLibrary.unusable(failure, ComTexts.text("jacob.unpack", file, failure));
        }
    }

    private void unpack(Path file) throws IOException {
        byte[] bytes;
        try (InputStream shipped = Build.class.getResourceAsStream("dll/" + resource)) {
            if (shipped == null) {
                throw damaged();
            }
            bytes = shipped.readAllBytes();
        }
        if (!sha256.equals(digest(bytes))) {
            throw damaged();
        }
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), resource, ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private BridgeException damaged() {
        return NativeLibrary.unusable(null, ComTexts.text("jacob.damaged", resource));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
