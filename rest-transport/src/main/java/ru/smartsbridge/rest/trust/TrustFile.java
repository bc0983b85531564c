package ru.smartsbridge.rest.trust;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import ru.smartsbridge.rest.error.RestTexts;

/** The certificates of the {@code trust} file, and the TLS context in which they are believed beside Java's own. */
public final class TrustFile {
    private TrustFile() {}

    /**
     * Reads a PEM file of one certificate or many.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where it cannot be read or has none
     */
    public static SSLContext context(Path file) {
        try {
            List<X509Certificate> certificates = read(file);
            X509ExtendedTrustManager authorities = authorities(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new TrustManager[] {new PinnedTrust(Set.copyOf(certificates), authorities)},
                    new SecureRandom());
            return context;
        } catch (CertificateException e) {
            throw RestTexts.setting("trust", "setting.trust.content", file, e.getMessage());
        } catch (IOException e) {
            throw RestTexts.setting("trust", "setting.trust.unreadable", file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own TLS is not there", e);
        }
    }

    private static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            List<X509Certificate> certificates = factory.generateCertificates(bytes).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw new CertificateException("no BEGIN CERTIFICATE in it");
            }
            return certificates;
        }
    }

    private static X509ExtendedTrustManager authorities(List<X509Certificate> own)
            throws GeneralSecurityException, IOException {
        Set<X509Certificate> all = new LinkedHashSet<>(own);
        all.addAll(Arrays.asList(manager(null).getAcceptedIssuers()));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int index = 0;
        for (X509Certificate certificate : all) {
            store.setCertificateEntry("trusted-" + index++, certificate);
        }
        return manager(store);
    }

    private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }
}
