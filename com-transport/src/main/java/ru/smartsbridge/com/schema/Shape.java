package ru.smartsbridge.com.schema;

import java.util.Arrays;
import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The plain properties of the schema's classes: how REST shows them, in its order [edmx][rec], and which property of
 * the component each is [asm][run].
 */
enum Shape {
    FIELD(
            text("fieldName"),
            text("displayName", "fieldName"),
            text("alias"),
            text("fieldType"),
            text("valueTemplate"),
            flag("oneTimeTemplateExecution"),
            numbered("eanAI", "None"),
            flag("issqlKeyIndex", "isSQLKeyIndex"),
            flag("issqlIndex", "isSQLIndex"),
            flag("issqlSubstringIndex", "isSQLSubstringIndex")),
    TABLE(
            flag("onlyLocal"),
            flag("serverTable"),
            flag("serverSide"),
            flag("erpSide"),
            flag("deviceSide"),
            flag("serverSearchPriority"),
            flag("issqlTable", "isSQLTable"),
            text("multiColumnSearchIndexList"),
            text("method"),
            whole("updatePeriod"),
            flag("autoExchangeDeviceOnUpdate")),
    PRODUCT_SCHEMA(
            named("barcodeExtendedSearchMode", "Auto", "OriginalBarcodeOnly"),
            flag("autoExchangeWhileInProcess"),
            flag("autoExchangeDeviceOnUpdate"),
            whole("updateMaxSize"),
            whole("productsXmlSizeForSupportUpdates"),
            flag("serverSide"),
            flag("erpSide"),
            flag("deviceSide"),
            flag("serverSearchPriority"),
            named("documentProductsSavingMode", "YesWithSearch", "Yes", "No", "Auto")),
    INFO_STRING(text("keyName"), text("prefix"), flag("showEmpty"), text("emptyString")),
    WAREHOUSE(text("id"), xmlOnly("storageId"), text("name")),
    DOCUMENT_TYPE(
            flag("clientCreating"),
            flag("autoCreateNewDocument"),
            flag("autoStartNewDocumentCreation"),
            flag("autoStartNewDocumentCreationForEmptyList"),
            flag("autoOpenSigleDocument"),
            flag("inaccessibleForDocumentAbsence"),
            flag("showDeclaredQuantities"),
            text("alias"),
            flag("input"),
            flag("output"),
            text("labelTypeName"),
            flag("manualDocumentSelection"),
            flag("barcodeDocumentSelection"),
            flag("checkServerBarcodes"),
            flag("cyclic"),
            flag("manualExit"),
            flag("fullscreen"),
            whole("removingDelay"),
            flag("runDataExchangeOnDocumentCompleted"),
            text("documentSelectionText"),
            flag("virtual"),
            flag("removeAfterFinish"),
            flag("writeChangeInfoToDocument"),
            whole("refreshTimeForServerList"),
            flag("showDocumentsFromServerInList"),
            flag("showFinishedServerDocuments"),
            flag("showInProcessServerDocuments"),
            flag("askWarehouseBeforeDocumentSelection"),
            flag("allowRemoveDocuments"),
            text("buttonColor"),
            flag("allowExchangeDataForServerDocs"),
            named("needExchangeDataBeforeOpen", "No", "Yes", "OnlyForServer"),
            text("visible"),
            text("enabled"),
            text("beforeDocumentOpeningOperation"),
            text("onUploadDocumentToServer"),
            text("filterForSendingToDevice"),
            text("filterForSendingFromDevice"),
            text("filterForShowingInList"),
            text("sortingInList"),
            flag("playFinishSound"));

    /** What a property holds. */
    enum Kind {
        TEXT,
        FLAG,
        WHOLE,
        /** A member of an enumeration, by its name in JSON; XML has the name, a property may give the number. */
        NAMED,
        /** A member of an enumeration, by its number in JSON. */
        NUMBERED
    }

    /**
     * One property.
     *
     * @param json its name in JSON
     * @param attribute its name in the component's XML; the component's property is that with a capital
     * @param members the names of an enumeration's members in the order of their numbers from 0
     * @param readable whether it is a property too; one that is in XML alone answers the object's ToString [run]
     */
    record Part(String json, String attribute, Kind kind, List<String> members, boolean readable) {
        private Value value(String written) {
            return switch (kind) {
                case TEXT -> Value.text(written);
                case FLAG -> Value.flag(Boolean.parseBoolean(written));
                case WHOLE -> Value.number(number(written, 0));
                case NAMED -> Value.text(member(written));
                case NUMBERED ->
                    Value.number(number(written, written == null ? 0 : Math.max(0, members.indexOf(written))));
            };
        }

        private String member(String written) {
            int number = written == null ? 0 : number(written, -1);
            return number < 0 || number >= members.size() ? written : members.get(number);
        }

        private static int number(String written, int otherwise) {
            try {
                return written == null ? otherwise : Integer.parseInt(written.trim());
            } catch (NumberFormatException noNumber) {
                return otherwise;
            }
        }
    }

    private final List<Part> parts;

    Shape(Part... parts) {
        this.parts = Arrays.asList(parts);
    }

    List<Part> parts() {
        return parts;
    }

    /** Adds the properties of {@code object} in order; what it leaves out has its default. */
    void put(Properties.Builder json, Described object) {
        parts.forEach(part -> json.put(part.json(), part.value(object.value(part.attribute()))));
    }

    private static Part text(String name) {
        return text(name, name);
    }

    private static Part text(String json, String attribute) {
        return new Part(json, attribute, Kind.TEXT, List.of(), true);
    }

    private static Part xmlOnly(String name) {
        return new Part(name, name, Kind.TEXT, List.of(), false);
    }

    private static Part flag(String name) {
        return flag(name, name);
    }

    private static Part flag(String json, String attribute) {
        return new Part(json, attribute, Kind.FLAG, List.of(), true);
    }

    private static Part whole(String name) {
        return new Part(name, name, Kind.WHOLE, List.of(), true);
    }

    private static Part named(String name, String... members) {
        return new Part(name, name, Kind.NAMED, List.of(members), true);
    }

    private static Part numbered(String name, String... members) {
        return new Part(name, name, Kind.NUMBERED, List.of(members), true);
    }
}
