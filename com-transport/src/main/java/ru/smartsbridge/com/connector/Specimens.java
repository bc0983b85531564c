package ru.smartsbridge.com.connector;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.Field;

/** Entities that have in them what is hard to carry, with the field names that the base declares. */
final class Specimens {
    /** GS as in a marking code, what XML escapes, Cyrillic, a letter beyond the BMP. */
    private static final String HARD = "0104600000000000215!<&\">Ёж \uD83D\uDCE6\u001D93AbCd";

    private static final BigDecimal DECIMAL = new BigDecimal("1234.50");

    private final Declarations declarations;
    private final String date;

    Specimens(Declarations declarations, ZoneId zone) {
        this.declarations = declarations;
        this.date = LocalDateTime.of(2025, 6, 16, 9, 58, 43)
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }

    Properties product(String id) {
        Properties packing = Properties.builder()
                .put("id", "шт" + id)
                .put("name", HARD)
                .put("unitsQuantity", new BigDecimal("1.5"))
                .build();
        Properties.Builder product = Properties.builder()
                .put("id", id)
                .put("name", HARD)
                .put("barcode", "46" + id)
                .put("basePackingId", "шт" + id)
                .put("packings", List.of(packing));
        return withFields(product, new FieldOwner.Products());
    }

    Properties row(FieldOwner.TableRows table) {
        return withFields(Properties.builder(), table);
    }

    Properties cell(String id) {
        return Properties.builder()
                .put("id", id)
                .put("barcode", "я" + id)
                .put("name", HARD)
                .put("description", HARD)
                .build();
    }

    /** @param digit makes its uid another than that of other lines */
    Properties line(String digit, FieldOwner.DocumentLines type) {
        Properties.Builder line = Properties.builder()
                .put("uid", "00000000-0000-4000-8000-00000000000" + digit)
                .put("productId", HARD)
                .put("declaredQuantity", new BigDecimal("2.5"));
        return withFields(line, type);
    }

    /** A document with a line of the plan and all the fields of its type. */
    Properties document(String id, FieldOwner.DocumentHeader type, String typeName) {
        Properties line = line("1", new FieldOwner.DocumentLines(type.uni()));
        Properties.Builder document = Properties.builder()
                .put("id", id)
                .put("name", HARD)
                .put("documentTypeName", typeName)
                .put("createDate", date)
                .put("declaredItems", List.of(line));
        return withFields(document, type);
    }

    /** A document that has nothing but itself. */
    Properties emptyDocument(String id, String typeName) {
        return Properties.builder()
                .put("id", id)
                .put("name", HARD)
                .put("documentTypeName", typeName)
                .put("declaredItems", List.of())
                .put("currentItems", List.of())
                .build();
    }

    private Properties withFields(Properties.Builder entity, FieldOwner owner) {
        Properties own = entity.build();
        Properties all = own;
        Collection<Field> declared = declarations.fields(owner).declared();
        for (Field field : declared) {
            Optional<Value> value = value(field.type());
            boolean settable = declarations
                    .fields(owner)
                    .byProperty(field.property())
                    .filter(field::equals)
                    .isPresent();
            if (value.isPresent() && settable && !all.has(field.property())) {
                all = all.with(field.property(), value.get());
            }
        }
        return all;
    }

    /** A value of a field's type; none for the types that JSON has no value for. */
    private Optional<Value> value(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "String" -> Value.text(HARD);
                    case "Int16", "Int32", "Int64", "Byte", "UInt16", "UInt32" -> Value.number(42);
                    case "Double", "Single" -> Value.number(new BigDecimal("0.5"));
                    case "Decimal" -> Value.number(DECIMAL);
                    case "Boolean" -> Value.flag(true);
                    case "DateTime" -> Value.text(date);
                    default -> null;
                });
    }
}
