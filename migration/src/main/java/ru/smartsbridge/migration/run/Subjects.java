package ru.smartsbridge.migration.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.migration.difference.Keying;
import ru.smartsbridge.migration.difference.Shape;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.words.Vocabulary;

/** Which sets of two bases are compared, and how: from a plan and both schemas. */
final class Subjects {
    static final String METADATA = "$metadata";
    static final String BASE_INFO = "BaseInfo";
    static final String PRODUCT_SCHEMA = "ProductSchema";

    private static final List<String> COMMON =
            List.of("UserGroups", "Users", "Warehouses", "Cells", "TablesInfo", "DocTypes", PRODUCT_SCHEMA, "Products");

    private final Plan plan;
    private final Schema control;
    private final Schema candidate;
    private final Vocabulary vocabulary;

    Subjects(Plan plan, Schema control, Schema candidate, Vocabulary vocabulary) {
        this.plan = plan;
        this.control = control;
        this.candidate = candidate;
        this.vocabulary = vocabulary;
    }

    /** All that the plan wants, those that it leaves out included, in an order that is always the same. */
    List<Subject> all() {
        Set<String> names = new LinkedHashSet<>(List.of(METADATA, BASE_INFO));
        names.addAll(COMMON);
        Set<String> own = new TreeSet<>();
        own.addAll(control.edmx().sets().keySet());
        own.addAll(candidate.edmx().sets().keySet());
        own.stream().filter(name -> name.startsWith("Tables/")).forEach(names::add);
        own.stream().filter(name -> name.startsWith("Docs/")).forEach(names::add);
        if (!plan.only().isEmpty()) {
            names.addAll(own);
            names.removeIf(name -> plan.only().stream().noneMatch(pattern -> means(pattern, name)));
        }
        return names.stream().map(this::subject).toList();
    }

    /** Why a set is not compared; empty where it is. */
    Optional<String> leftOut(String set) {
        return plan.leftOut().stream()
                .filter(leftOut -> means(leftOut.set(), set))
                .map(Plan.LeftOut::reason)
                .findFirst();
    }

    /** Patterns of the plan that mean no set of either base. */
    List<Pattern> meaningless() {
        Set<String> names = new LinkedHashSet<>(List.of(METADATA, BASE_INFO));
        names.addAll(control.edmx().sets().keySet());
        names.addAll(candidate.edmx().sets().keySet());
        List<Pattern> written = new ArrayList<>(plan.only());
        plan.samples().forEach(sample -> written.add(sample.set()));
        written.addAll(plan.ordered());
        plan.keys().keySet().forEach(set -> written.add(new Pattern(set)));
        return written.stream()
                .filter(pattern -> names.stream().noneMatch(name -> means(pattern, name)))
                .toList();
    }

    private boolean means(Pattern pattern, String set) {
        return pattern.matches(set)
                || vocabulary.set(set).filter(pattern::matches).isPresent();
    }

    /** One set with how it is compared. */
    Subject subject(String set) {
        Schema schema = has(control, set) ? control : candidate;
        Optional<StructuredType> type =
                schema.edmx().set(set).flatMap(info -> schema.edmx().structured(info.type()));
        return new Subject(
                set,
                vocabulary.set(set),
                form(set),
                Shape.of(schema, set),
                expand(set).stream()
                        .filter(path -> type.flatMap(known -> known.navigation(path.split("/")[0]))
                                .isPresent())
                        .toList(),
                keying(set, type),
                type.filter(known -> known.key().size() == 1)
                        .map(known -> known.key().get(0)),
                plan.ordered().stream().anyMatch(pattern -> means(pattern, set)),
                plan.samples().stream()
                        .filter(sample -> means(sample.set(), set))
                        .findFirst(),
                has(control, set),
                has(candidate, set));
    }

    private static boolean has(Schema schema, String set) {
        return set.equals(METADATA) || schema.edmx().set(set).isPresent();
    }

    private static Subject.Form form(String set) {
        return switch (set) {
            case METADATA -> Subject.Form.METADATA;
            case BASE_INFO -> Subject.Form.BASE_INFO;
            case PRODUCT_SCHEMA -> Subject.Form.SINGLE;
            default -> Subject.Form.SET;
        };
    }

    private static List<String> expand(String set) {
        SetKind kind = EntitySet.named(set).kind();
        return switch (kind) {
            case DOC_TYPES -> List.of("fields", "columns", "tables/fields");
            case TABLES_INFO, PRODUCT_SCHEMA -> List.of("fields");
            case DOCS -> List.of("declaredItems", "currentItems", "combinedItems", "tables/rows");
            default -> List.of();
        };
    }

    private Keying keying(String set, Optional<StructuredType> type) {
        for (Map.Entry<String, List<String>> key : plan.keys().entrySet()) {
            if (means(new Pattern(key.getKey()), set)) {
                return new Keying(key.getValue());
            }
        }
        return switch (EntitySet.named(set).kind()) {
            case TABLES, ROW -> vocabulary.key(set).isEmpty() ? Keying.CONTENT : new Keying(vocabulary.key(set));
            case CELLS -> new Keying(List.of("warehouseId", "id")); // an id is unique within its warehouse
            default -> type.map(known -> new Keying(known.key())).orElse(Keying.CONTENT);
        };
    }
}
