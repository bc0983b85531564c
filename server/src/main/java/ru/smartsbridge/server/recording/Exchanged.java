package ru.smartsbridge.server.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.server.watch.Copy;
import ru.smartsbridge.server.watch.Seen;

/** One line of a recording. */
record Exchanged(Seen seen, Mask mask) {
    private static final long MICRO = 1000;

    /** As it is kept; bodies that cannot be kept have their reason in their place. */
    Properties json() {
        Properties.Builder line = begun(seen.method(), seen.path(), seen.query(), Instant.ofEpochMilli(seen.atMillis()))
                .put("id", seen.id());
        text(line, "accept", seen.headers().get("Accept"));
        text(line, "prefer", seen.headers().get("Prefer"));
        String sentType = seen.headers().getOrDefault("Content-Type", "");
        text(line, "sentType", sentType);
        body(line, "sent", seen.sent(), sentType, seen.headers().getOrDefault("Content-Encoding", ""));
        line.put("status", seen.status()).put("micros", seen.nanos() / MICRO);
        text(line, "type", seen.answerType());
        body(line, "answer", seen.answered(), seen.answerType(), seen.answerCoding());
        return line.build();
    }

    /** What the bridge itself has asked. */
    static Properties ofBridge(ReadRequest request, ReadAnswer answer, Instant at, Mask mask) {
        Properties.Builder line = Properties.builder()
                .put("at", at.toString())
                .put("method", "GET")
                .put("path", request.path());
        text(line, "query", request.query());
        line.put("by", "bridge").put("status", answer.status()).put("micros", answer.nanos() / MICRO);
        text(line, "type", answer.type());
        line.put("answer", value(answer.body(), answer.type(), request.path(), mask));
        return line.build();
    }

    private Properties.Builder begun(String method, String path, String query, Instant at) {
        Properties.Builder line = Properties.builder()
                .put("at", at.toString())
                .put("method", method)
                .put("path", path);
        text(line, "query", query == null ? null : mask.query(query));
        return line;
    }

    private static void text(Properties.Builder line, String name, String text) {
        if (text != null && !text.isEmpty()) {
            line.put(name, text);
        }
    }

    private void body(Properties.Builder line, String name, Copy copy, String type, String coding) {
        if (!copy.whole()) {
            line.put(name + "LeftOut", "too large");
            return;
        }
        byte[] body = copy.bytes();
        if (body.length == 0) {
            return;
        }
        String form = type.toLowerCase(Locale.ROOT);
        if (form.contains("x-www-form-urlencoded") || form.startsWith("multipart/")) {
            line.put(name + "LeftOut", "a form, which may hold a password");
            return;
        }
        try {
            line.put(name, value(Recorder.unpacked(body, coding), type, seen.path(), mask));
        } catch (IOException packed) {
            line.put(name + "LeftOut", packed.getMessage());
        }
    }

    /** JSON as JSON with its secrets masked, all else as text. A body that says it is JSON and is none may hold anything. */
    private static Value value(byte[] body, String type, String path, Mask mask) {
        boolean markup = type.toLowerCase(Locale.ROOT).contains("xml")
                || type.toLowerCase(Locale.ROOT).startsWith("text/");
        if (markup) {
            return mask.of(Value.text(Recorder.utf8(body)), path);
        }
        try {
            return mask.of(Json.parse(new ByteArrayInputStream(body)), path);
        } catch (IOException | BridgeException noJson) {
            return Value.text("(" + body.length + " bytes that are no JSON)");
        }
    }
}
