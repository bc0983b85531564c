package ru.smartsbridge.com.uploads;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * How an upload lies on disk, so that it can be sent once more by whoever finds it.
 *
 * <p>A file is one line of JSON in UTF-8, ended by LF, with {@code version}, {@code plan}, {@code mode},
 * {@code target} (and {@code columns}, {@code fullText} for records of text); then records, each of them three
 * big-endian 32-bit lengths (key, other key or -1, entity) and the bytes of the three in UTF-8, the entity as JSON.
 * The last record of a key counts, in the place of the first; of records of text all of one key are merged in order.
 */
final class SpoolFormat {
    /** Of the format, written in the header. */
    static final int VERSION = 1;

    /** Bytes before a record's key. */
    static final int LENGTHS = 12;

    /** Length of another key that a record does not have. */
    static final int NONE = -1;

    private SpoolFormat() {}

    /** The first line of a file that is there. */
    static byte[] header(Path file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int b = in.read();
            while (b >= 0) {
                line.write(b);
                if (b == '\n') {
                    return line.toByteArray();
                }
                b = in.read();
            }
        }
        throw new EOFException(file + " has no first line");
    }

    /** The name of the target in a first line. */
    static String target(String line) {
        return Json.parseObject(line.getBytes(StandardCharsets.UTF_8)).text("target");
    }

    /** The first line of a file. */
    static byte[] header(UploadPlan<?> plan) {
        Properties.Builder header = Properties.builder().put("version", VERSION);
        if (plan instanceof UploadPlan.Products products) {
            header.put("plan", "products").put("mode", products.mode().name());
        } else if (plan instanceof UploadPlan.ProductRecords records) {
            header.put("plan", "records")
                    .put("mode", RecordsDestination.mode(records).name())
                    .put("columns", String.join(",", records.columns().names()))
                    .put("fullText", records.useFullTextSearch());
        } else if (plan instanceof UploadPlan.TableRows rows) {
            header.put("plan", "rows").put("mode", rows.mode().name());
        } else if (plan instanceof UploadPlan.Cells cells) {
            header.put("plan", "cells").put("mode", cells.mode().name());
        }
        header.put("target", plan.target().name());
        return (new String(Json.bytes(header.build()), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
