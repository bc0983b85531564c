package ru.smartsbridge.server.odata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.schema.EdmxReader;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * The cases that the standard's authors publish for its grammar ({@code odata-abnf-testcases.yaml} of
 * {@code oasis-tcs/odata-abnf}), of the expressions of OData 4.0. The file is named by {@code -Dodata.abnf}.
 */
class GrammarCasesTest {
    private static final Pattern ENTRY = Pattern.compile("\\s+(?:- )?(Name|Rule|Input|FailAt): *(.*?)\\s*");
    private static final List<String> RULES =
            List.of("filter", "orderby", "commonExpr", "boolCommonExpr", "boolcommonExpr", "notExpr", "isofExpr");

    /** What came with 4.01, and what a base of Mobile SMARTS has nothing of. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(filter|orderby|OrderBy)=" // 4.01: without the dollar
                    + "|[\\[{]|%5B|%7B" // 4.01: JSON within expressions
                    + "|divby|matchesPattern|hassubset|hassubsequence|\\$this|\\(lambda:lambda/Completed\\)"
                    + "|\\$count\\(|\\$filter\\(|/@|=@|@odata|\\$root|^in |FirstName in \\(\\)"
                    + "|geo\\.|geography|geometry|Geography|Items\\(1\\)" // places on Earth, keys within expressions
                    + "|Model\\.|Sales\\.|Available|PhoneticallySimilar|MostPopular|BestProduct" // functions and types
                    // of the model
                    + "|cast\\(C|cast\\(Category,C|isof\\(C|isof\\(Model|^Items$|EmailAddresses eq"
                    + "|^lambda/|endswith\\(\\$it"); // a variable without its lambda, a collection of texts as the
    // whole resource

    /** Refused by the grammar; clients write it all the same, and what it means is plain. */
    private static final List<String> TAKEN_ALL_THE_SAME =
            List.of("$filter= true", "FirstName in (FirstName,LastName)");

    /** The properties that the cases speak of. */
    private static final String METADATA = """
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
            <Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <ComplexType Name="Place"><Property Name="Street" Type="Edm.String"/><Property Name="City" Type="Edm.String"/>
            </ComplexType>
            <EntityType Name="Thing" OpenType="true"><Key><PropertyRef Name="Name"/></Key>
            <Property Name="Name" Type="Edm.String"/><Property Name="CompanyName" Type="Edm.String"/>
            <Property Name="FirstName" Type="Edm.String"/><Property Name="Price" Type="Edm.Decimal"/>
            <Property Name="Cost" Type="Edm.Decimal"/><Property Name="Revenue" Type="Edm.Decimal"/>
            <Property Name="Rating" Type="Edm.Int32"/><Property Name="Completed" Type="Edm.Boolean"/>
            <Property Name="BirthDate" Type="Edm.DateTimeOffset"/>
            <Property Name="Address" Type="Shop.Place"/>
            <Property Name="Addresses" Type="Collection(Shop.Place)"/>
            <Property Name="Sizes" Type="Collection(Edm.String)"/><Property Name="Names" Type="Collection(Edm.String)"/>
            <Property Name="EmailAddresses" Type="Collection(Edm.String)"/>
            <NavigationProperty Name="Supplier" Type="Shop.Thing"/><NavigationProperty Name="Product" Type="Shop.Thing"/>
            <NavigationProperty Name="Products" Type="Collection(Shop.Thing)"/>
            <NavigationProperty Name="Items" Type="Collection(Shop.Thing)"/>
            </EntityType>
            <EntityContainer Name="Default"><EntitySet Name="Things" EntityType="Shop.Thing"/></EntityContainer>
            </Schema></edmx:DataServices></edmx:Edmx>
            """;

    private record Case(String name, String rule, String input, boolean fails) {}

    private static List<Case> cases() throws IOException {
        String file = System.getProperty("odata.abnf", "");
        Assumptions.assumeTrue(
                !file.isEmpty(), () -> "left out: the standard's cases, since no -Dodata.abnf names their file");
        List<Case> cases = new ArrayList<>();
        Map<String, String> entry = new java.util.HashMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(file)));
        lines.add("  - Name: end");
        for (String line : lines) {
            Matcher matcher = ENTRY.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            if (matcher.group(1).equals("Name")) {
                if (entry.containsKey("Input")) {
                    cases.add(new Case(
                            entry.get("Name"),
                            entry.getOrDefault("Rule", ""),
                            entry.get("Input"),
                            entry.containsKey("FailAt")));
                }
                entry.clear();
            }
            entry.put(matcher.group(1), matcher.group(2));
        }
        return cases;
    }

    @Test
    void the_expressions_of_odata_4_0_are_taken_and_what_is_none_is_refused() throws IOException {
        Schema schema = new Schema(
                EdmxReader.read(METADATA.getBytes(StandardCharsets.UTF_8)), Names.of(List.of(), List.of()), Map.of());
        StructuredType thing = schema.edmx().structured("Shop.Thing").orElseThrow();
        Vocabulary vocabulary = new Vocabulary(schema, Optional.empty(), ZoneId.of("Europe/Moscow"));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        int elsewhere = 0;
        for (Case one : cases()) {
            if (!RULES.contains(one.rule()) || one.input().isEmpty()) {
                continue;
            }
            if (ELSEWHERE.matcher(one.input()).find()) {
                elsewhere++;
                continue;
            }
            tried++;
            Optional<String> refused = refused(one, vocabulary, thing);
            boolean expected = one.fails() && !TAKEN_ALL_THE_SAME.contains(one.input());
            if (refused.isPresent() != expected) {
                wrong.add(one.rule() + " " + one.input() + ": " + refused.orElse("taken"));
            }
        }
        System.out.println("the standard's cases of expressions: " + tried + " tried, " + elsewhere
                + " of what is not 4.0 or not here");
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(80);
    }

    private static Optional<String> refused(Case one, Vocabulary vocabulary, StructuredType type) {
        boolean order = one.rule().equals("orderby");
        boolean option = order || one.rule().equals("filter");
        String decoded = PercentEncoding.decode(one.input());
        try {
            if (option) {
                new QueryOptions(vocabulary).read(one.input(), type);
            } else if (one.rule().equals("commonExpr")) {
                new ExpressionReader(decoded, "$orderby", vocabulary, type, Map.of()).orders();
            } else {
                new ExpressionReader(decoded, "$filter", vocabulary, type, Map.of()).condition();
            }
            return Optional.empty();
        } catch (BridgeException e) {
            return Optional.of(e.getMessage());
        }
    }
}
