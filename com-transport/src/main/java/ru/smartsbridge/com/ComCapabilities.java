package ru.smartsbridge.com;

import java.util.EnumSet;
import java.util.Set;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.com.text.ComTexts;

/** What the two components can serve, and why not the rest [asm]. */
final class ComCapabilities {
    /** What the component gives to read at all. */
    private static final Set<SetKind> READABLE = EnumSet.of(
            SetKind.DOCS,
            SetKind.DOCUMENT_ITEM,
            SetKind.PRODUCTS,
            SetKind.TABLES,
            SetKind.ROW,
            SetKind.CELLS,
            SetKind.USERS,
            SetKind.USER_GROUPS,
            SetKind.WAREHOUSES,
            SetKind.DEVICES,
            SetKind.DOC_TYPES,
            SetKind.TABLES_INFO,
            SetKind.PRODUCT_SCHEMA);

    private static final Set<SetKind> UPLOADED = EnumSet.of(SetKind.PRODUCTS, SetKind.TABLES, SetKind.CELLS);

    /** What the component's objects do not show, and no call of it gives [asm]. */
    private static final Set<String> NOT_FOLLOWED = Set.of(
            "AppInstanceWrapper.app",
            "DocumentTable.fields",
            "DocumentTableInfo.allFields",
            "DocumentTableInfo.defaultFields",
            "DocumentType.allColumns",
            "DocumentType.allFields",
            "DocumentType.defaultColumns",
            "DocumentType.defaultFields",
            "Pallet.definedFields",
            "Product.quantityPolicy",
            "ProductSchema.allFields",
            "ProductSchema.defaultFields");

    static final Capabilities STORAGE_CONNECTOR = Capabilities.builder()
            .only(EnumSet.of(Verb.LIST, Verb.FIND, Verb.RELATED), READABLE, ComTexts.text("capability.notGiven"))
            .only(
                    EnumSet.of(Verb.UPDATE, Verb.REPLACE, Verb.DELETE, Verb.END_UPDATE),
                    EnumSet.of(SetKind.DOCS),
                    ComTexts.text("capability.documentsOnly"))
            // products, rows and cells outside an upload are a conflict, as over REST
            .only(
                    EnumSet.of(Verb.CREATE),
                    EnumSet.of(SetKind.DOCS, SetKind.PRODUCTS, SetKind.TABLES, SetKind.CELLS),
                    ComTexts.text("capability.documentsOnly"))
            // a setter of the component takes the directory whole, and its passwords come back hashed [run]
            .without(
                    EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.REPLACE, Verb.DELETE),
                    EnumSet.of(SetKind.USERS, SetKind.USER_GROUPS, SetKind.WAREHOUSES),
                    ComTexts.text("capability.wholeDirectories"))
            .only(EnumSet.of(Verb.UPLOAD), UPLOADED, ComTexts.text("capability.uploads"))
            .without(EnumSet.of(Verb.BLOCK), EnumSet.allOf(SetKind.class), ComTexts.text("capability.block"))
            .withoutNavigations(NOT_FOLLOWED, ComTexts.text("capability.navigation"))
            .build();

    /** What TerminalConnector is known to do [doc]: it takes products and tables, and gives nothing back. */
    static final Capabilities TERMINAL_CONNECTOR = Capabilities.builder()
            .without(
                    EnumSet.complementOf(EnumSet.of(Verb.UPLOAD, Verb.CREATE)),
                    EnumSet.allOf(SetKind.class),
                    ComTexts.text("capability.terminal"))
            // products and rows outside an upload are a conflict, as over REST
            .only(
                    EnumSet.of(Verb.UPLOAD, Verb.CREATE),
                    EnumSet.of(SetKind.PRODUCTS, SetKind.TABLES),
                    ComTexts.text("capability.terminal"))
            .build();

    private ComCapabilities() {}
}
