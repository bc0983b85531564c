package ru.smartsbridge.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EntityCheck;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * What it costs to read an entity into a value and to write it again, beside copying its JSON token by token, and what
 * checking it against the schema costs on top.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValueBenchmark {
    private static final int LINES = 50;

    private byte[] product;
    private byte[] document;
    private Properties readProduct;
    private StructuredType productType;
    private EntityCheck check;

    /** A product with three packings; a document whose lines are repeated up to fifty. */
    @Setup
    public void prepare() throws IOException {
        product = resource("product.json");
        readProduct = Json.parseObject(product);
        Properties few = Json.parseObject(resource("document.json"));
        List<Properties> lines = few.objects("declaredItems");
        List<Properties> many = Collections.nCopies(LINES / lines.size(), lines).stream()
                .flatMap(List::stream)
                .toList();
        document = Json.bytes(few.with("declaredItems", Value.items(many)));
        Edmx edmx = StandardMetadata.recorded();
        String type = edmx.set("Products").orElseThrow().type();
        productType = edmx.structured(type).orElseThrow();
        Map<String, String> fields = new TreeMap<>();
        for (String name : List.of("vidTovara", "stavkaNDS", "stranaProishozhdeniya")) {
            fields.put(name, "String");
        }
        for (String name : List.of("etoMarkiruemyj", "ispolzovatSerii")) {
            fields.put(name, "Boolean");
        }
        fields.put("cena", "Decimal");
        fields.put("price", "Decimal");
        Schema schema = new Schema(
                edmx, Names.of(List.of(), List.of()), Map.of(new FieldOwner.Products(), new FieldSet(fields)));
        check = new EntityCheck(schema, ZoneId.of("Europe/Moscow"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = ValueBenchmark.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(bytes, name).readAllBytes();
        }
    }

    @Benchmark
    public byte[] productThroughValues() throws IOException {
        return Json.bytes(Json.parse(new ByteArrayInputStream(product)));
    }

    @Benchmark
    public byte[] productCopied() throws IOException {
        return copied(product);
    }

    @Benchmark
    public byte[] documentThroughValues() throws IOException {
        return Json.bytes(Json.parse(new ByteArrayInputStream(document)));
    }

    @Benchmark
    public byte[] documentCopied() throws IOException {
        return copied(document);
    }

    @Benchmark
    public Properties productChecked() {
        return check.entity(productType, new FieldOwner.Products(), readProduct);
    }

    private static byte[] copied(byte[] json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(json));
                JsonGenerator generator = Json.generator(bytes)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
        return bytes.toByteArray();
    }
}
