package ru.smartsbridge.sandbox.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.schema.Sightings;
import ru.smartsbridge.sandbox.store.Keys;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Store;
import ru.smartsbridge.sandbox.store.Stored;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/**
 * Opens a base from a folder: {@code metadata.xml}; any set as {@code {"value": […]}} in {@code Users.json},
 * {@code Tables/{uni}.json}, {@code Docs/{uni}.json}; {@code documents.json} as {@code {uni: [documents]}}; and what a
 * bridge has recorded, in {@code exchanges.jsonl}.
 *
 * <p>All that one file has is given back, also where keys come twice; an entity that two files have is the later file's.
 */
public final class Recording {
    private static final String METADATA = "metadata.xml";
    private static final String DOCUMENTS = "documents.json";
    private static final String JSON = ".json";
    /** What a bridge says of what it has recorded. */
    private static final String ABOUT = "recording.json";

    private static final Set<String> FOLDERS = Set.of("tables", "docs");

    /** What others are understood by comes first. */
    private static final List<String> FIRST = List.of("doctypes.json", "tablesinfo.json", "productschema.json");

    private final Base base;
    private final Path folder;

    private Recording(Base base, Path folder) {
        this.base = base;
        this.folder = folder;
    }

    /**
     * The base that the folder tells.
     *
     * @param name the base's name, for a recording that has no {@code BaseInfo}
     * @throws BridgeException {@code INVALID_REQUEST} naming the file that cannot be used
     */
    public static Base open(
            Path folder, String name, Function<Function<String, Keys>, Store> store, Clock clock, ZoneId zone) {
        Base base = new Base(metadata(folder), store, clock, zone);
        try {
            new Recording(base, folder).load(name);
            return base;
        } catch (RuntimeException | Error e) {
            base.close();
            throw e;
        }
    }

    private static Edmx metadata(Path folder) {
        RecordedExchanges exchanges = new RecordedExchanges(folder);
        Optional<Path> saved = files(folder).stream()
                .filter(path -> fileName(path).equals(METADATA))
                .findFirst();
        Optional<byte[]> recorded = saved.isEmpty() && exchanges.exists() ? exchanges.metadata() : Optional.empty();
        if (saved.isEmpty() && recorded.isEmpty()) {
            throw SandboxTexts.invalid("recording.noMetadata", folder, METADATA);
        }
        Path file = saved.orElse(folder.resolve(RecordedExchanges.FILE));
        try {
            return EdmxReader.read(recorded.isPresent() ? recorded.get() : Files.readAllBytes(file));
        } catch (BridgeException e) {
            throw unreadable(file, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(file, e.getMessage(), e);
        }
    }

    private void load(String name) {
        List<Path> recorded = recordedFiles();
        recorded.stream().filter(file -> FIRST.contains(fileName(file))).forEach(this::loadDeclaring);
        recorded.stream().filter(file -> !FIRST.contains(fileName(file))).forEach(this::load);
        loadExchanges();
        addBaseInfo(name);
    }

    /** What declares others comes first, as it does of files. */
    private void loadExchanges() {
        RecordedExchanges exchanges = new RecordedExchanges(folder);
        if (!exchanges.exists()) {
            return;
        }
        exchanges.forEach(read -> loadExchange(read, true));
        base.declare();
        exchanges.forEach(read -> loadExchange(read, false));
    }

    private void loadExchange(RecordedExchanges.ReadOf read, boolean declaring) {
        Optional<SetInfo> set = base.edmx().set(read.set());
        if (set.isEmpty() || declaring != FIRST.contains(set.get().name().toLowerCase(Locale.ROOT) + JSON)) {
            return;
        }
        Place place = base.place(EntitySet.named(set.get().name()));
        writing(place, filling -> {
            read.entities().forEach(entity -> filling.merge(place, entity));
            if (read.whole()) {
                filling.forgetOthers(place);
            }
        });
    }

    private List<Path> recordedFiles() {
        List<Path> recorded = new ArrayList<>();
        for (Path path : files(folder)) {
            if (Files.isDirectory(path) && FOLDERS.contains(fileName(path))) {
                recorded.addAll(files(path));
            } else if (!Files.isDirectory(path)) {
                recorded.add(path);
            }
        }
        return recorded.stream()
                .filter(file -> fileName(file).endsWith(JSON) && !fileName(file).equals(ABOUT))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Recording::fileName)).toList();
        } catch (IOException e) {
            throw new BridgeException(Category.INVALID_REQUEST, SandboxTexts.text("recording.noFolder", folder), e);
        }
    }

    private static String fileName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** What the file declares is taken over at once, so that what is wrong in it is told with its name. */
    private void loadDeclaring(Path file) {
        load(file);
        try {
            base.declare();
        } catch (BridgeException e) {
            String property = e.target().orElseThrow(() -> unreadable(file, e.getMessage(), e));
            throw new BridgeException(
                    Category.INVALID_REQUEST, SandboxTexts.text("recording.wrongForm", file, property), e);
        }
    }

    private void load(Path file) {
        boolean below = !file.getParent().equals(folder);
        if (!below && fileName(file).equals(DOCUMENTS)) {
            loadDocuments(file);
            return;
        }
        String own = file.getFileName().toString();
        String bare = own.substring(0, own.length() - JSON.length());
        Place place = place(file, below ? file.getParent().getFileName() + "/" + bare : bare);
        writing(place, filling -> {
            RecordedFile recorded = new RecordedFile(file);
            boolean one = place.info().singleton() || place.kind() == SetKind.PRODUCT_SCHEMA;
            if (one) {
                recorded.one(entity -> filling.put(place, entity));
            } else {
                recorded.entities(entity -> filling.put(place, entity));
            }
        });
    }

    private void loadDocuments(Path file) {
        Place all = base.place(EntitySet.DOCS);
        writing(
                all,
                filling -> new RecordedFile(file).collections(uni -> {
                    Place place = uni.equals("value") ? all : place(file, Place.DOCS + "/" + uni);
                    return Optional.of(entity -> filling.put(place, entity));
                }));
    }

    /** One file on its way into its shelf. */
    private final class Filling {
        private final Shelf shelf;
        private final long begin;
        private final Sightings sightings = new Sightings(base.edmx());
        private final Set<Long> told = new HashSet<>();

        Filling(Shelf shelf) {
            this.shelf = shelf;
            this.begin = shelf.end();
        }

        void put(Place place, Properties entity) {
            Stored stored = new Stored(tag(place, entity), entity);
            shelf.load(stored, begin);
            sightings.add(place.type(), place.fields(stored.tag()), entity);
        }

        /** What an earlier answer has shown of the entity and this one does not, such as its lines, stays. */
        void merge(Place place, Properties entity) {
            Stored stored = new Stored(tag(place, entity), entity);
            told.add(shelf.merge(stored));
            sightings.add(place.type(), place.fields(stored.tag()), entity);
        }

        /** What was not told of is no more. */
        void forgetOthers(Place place) {
            List<Long> gone = new ArrayList<>();
            shelf.forEachPosition(place.tags(), position -> {
                if (!told.contains(position)) {
                    gone.add(position);
                }
            });
            gone.forEach(shelf::remove);
        }
    }

    private void writing(Place place, Consumer<Filling> file) {
        Filling filled = base.store().write(writing -> {
            Filling filling = new Filling(writing.shelf(place.shelf()));
            file.accept(filling);
            return filling;
        });
        base.schema().add(filled.sightings);
    }

    private String tag(Place place, Properties entity) {
        if (place.kind() == SetKind.DOCS) {
            return place.uni()
                    .orElseGet(() -> Base.keyText(entity, "documentTypeName")
                            .map(base.schema().current().names()::documentTypeUni)
                            .orElse(""));
        }
        return place.kind() == SetKind.CELLS
                ? Base.keyText(entity, "warehouseId").orElse("")
                : "";
    }

    private Place place(Path file, String set) {
        Optional<SetInfo> known = base.edmx().set(set);
        if (known.isEmpty()) {
            Collection<String> names = base.edmx().sets().keySet();
            throw Nearest.to(set, names)
                    .map(nearest -> SandboxTexts.invalid("recording.noSet.nearest", file, set, nearest))
                    .orElseGet(() -> SandboxTexts.invalid("recording.noSet", file, set));
        }
        return base.place(EntitySet.named(known.get().name()));
    }

    /** A recording without BaseInfo has a name and an id, and no product that nobody recorded. */
    private void addBaseInfo(String name) {
        base.store().write(writing -> {
            Shelf shelf = writing.shelf("BaseInfo");
            if (shelf.size() == 0) {
                String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString();
                shelf.append(Stored.of(
                        Properties.builder().put("id", id).put("name", name).build()));
            }
            return null;
        });
    }

    private static BridgeException unreadable(Path file, String reason, Throwable cause) {
        return new BridgeException(
                Category.INVALID_REQUEST, SandboxTexts.text("recording.unreadable", file, reason), cause);
    }
}
