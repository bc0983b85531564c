package ru.smartsbridge.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a configuration file as text, lists and mappings, each with its place. */
final class YamlFile {
    private final Path file;
    private final Problems problems;
    /** An alias leads to the same node again: it becomes the same item, so that aliases of aliases cost nothing. */
    private final Map<Node, Item> items = new IdentityHashMap<>();

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param problems gets what does not keep the rest from being read
     * @throws ConfigurationException where it cannot be read at all
     */
    static Item.Branch read(Path file, Problems problems) throws ConfigurationException {
        Item item = new YamlFile(file, problems).root();
        if (item instanceof Item.Branch branch) {
            return branch;
        }
        if (!(item instanceof Item.Nothing)) {
            problems.add(item.origin(), "", "yaml.noMapping");
        }
        return new Item.Branch(Map.of(), item.origin());
    }

    private Item root() throws ConfigurationException {
        String text = text();
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return node == null ? new Item.Nothing(place(1, 1)) : item(node);
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark() == null ? malformed.getContextMark() : malformed.getProblemMark();
            throw failure(mark == null ? place(1, 1) : place(mark), malformed, reason(malformed.getProblem()));
        } catch (ReaderException strange) {
            String hex = String.format("U+%04X", strange.getCodePoint());
            throw failure(placeOf(text, strange.getPosition()), strange, new Reason("yaml.character", List.of(hex)));
        } catch (YAMLException other) {
            throw failure(place(1, 1), other, reason(other.getMessage()));
        }
    }

    private record Reason(String key, List<String> arguments) {}

    /** YAML's own words name the part after {@code *}, which may be the beginning of a password without quotes. */
    private static Reason reason(String words) {
        return words != null && words.startsWith("found undefined alias")
                ? new Reason("yaml.alias", List.of())
                : new Reason("yaml.malformed", List.of(String.valueOf(words)));
    }

    private ConfigurationException failure(Origin origin, Exception cause, Reason reason) {
        return new ConfigurationException(
                List.of(new Problem(
                        origin,
                        "",
                        ConfigTexts.text(reason.key(), reason.arguments().toArray()))),
                cause);
    }

    private String text() throws ConfigurationException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw failure(place(1, 1), unreadable, new Reason("file.unreadable", List.of(unreadable.toString())));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw failure(placeOf(text, text.length()), null, new Reason("file.notUtf8", List.of()));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Item item(Node node) {
        Item known = items.get(node);
        if (known != null) {
            return known;
        }
        if (!open.add(node)) {
            problems.add(place(node.getStartMark()), "", "yaml.endless");
            return new Item.Nothing(place(node.getStartMark()));
        }
        Item item = made(node);
        open.remove(node);
        items.put(node, item);
        return item;
    }

    private Item made(Node node) {
        Origin origin = place(node.getStartMark());
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            problems.add(origin, "", "yaml.tag");
        }
        if (node instanceof MappingNode mapping) {
            return branch(mapping, origin);
        }
        if (node instanceof SequenceNode sequence) {
            List<Item> list = new ArrayList<>();
            sequence.getValue().forEach(element -> list.add(item(element)));
            return new Item.Sequence(List.copyOf(list), origin);
        }
        return node.getTag().equals(Tag.NULL)
                ? new Item.Nothing(origin)
                : new Item.Scalar(((ScalarNode) node).getValue(), origin);
    }

    private Item branch(MappingNode mapping, Origin origin) {
        Map<String, Item.Child> children = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(place, "", "yaml.key");
                continue;
            }
            Item.Child first = children.putIfAbsent(key.getValue(), new Item.Child(place, item(tuple.getValueNode())));
            if (first != null) {
                problems.add(place, key.getValue(), "key.twice", first.key().text());
            }
        }
        return new Item.Branch(children, origin);
    }

    private Origin place(Mark mark) {
        return place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Origin place(int line, int column) {
        return new Origin.InFile(file, line, column);
    }

    private Origin placeOf(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return place(line, before.length() - before.lastIndexOf('\n'));
    }
}
