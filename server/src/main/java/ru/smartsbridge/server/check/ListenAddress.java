package ru.smartsbridge.server.check;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.server.config.Listen;

/** Looks whether the address can be listened on, who holds it otherwise, and who can reach it. */
final class ListenAddress {
    private static final String SUBJECT = "listen";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private ListenAddress() {}

    static List<Finding> look(Listen listen) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        InetSocketAddress address = listen.address();
        if (address.isUnresolved()) {
            found.add(Finding.fail(
                    SUBJECT, CheckTexts.text("listen.unresolved", listen), CheckTexts.text("listen.foreign.advice")));
            return found;
        }
        found.add(bind(listen, address));
        if (!address.getAddress().isLoopbackAddress()) {
            found.add(Finding.warn(
                    SUBJECT, CheckTexts.text("listen.open", listen), CheckTexts.text("listen.open.advice")));
        }
        return found;
    }

    private static Finding bind(Listen listen, InetSocketAddress address) throws InterruptedException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return Finding.ok(SUBJECT, CheckTexts.text("listen.free", listen));
        } catch (BindException taken) {
            if (bridgeAnswers(address)) {
                return Finding.ok(SUBJECT, CheckTexts.text("listen.bridge", listen));
            }
            return Finding.fail(
                    SUBJECT,
                    CheckTexts.text("listen.taken", listen, taken.getMessage()),
                    CheckTexts.text("listen.taken.advice"));
        } catch (IOException foreign) {
            return Finding.fail(
                    SUBJECT,
                    CheckTexts.text("listen.foreign", listen, foreign),
                    CheckTexts.text("listen.foreign.advice"));
        }
    }

    private static boolean bridgeAnswers(InetSocketAddress address) throws InterruptedException {
        InetAddress host =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        String literal = host.getHostAddress();
        try {
            // by its parts, since an IPv6 address may bring a zone that is no part of an address as text
            URI live = new URI(
                    "http",
                    null,
                    literal.contains(":") ? "[" + literal + "]" : literal,
                    address.getPort(),
                    "/health/live",
                    null,
                    null);
            HttpRequest request = HttpRequest.newBuilder(live).timeout(PATIENCE).build();
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | URISyntaxException | IllegalArgumentException noBridge) {
            return false;
        }
    }
}
