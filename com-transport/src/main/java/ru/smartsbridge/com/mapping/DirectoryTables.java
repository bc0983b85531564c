package ru.smartsbridge.com.mapping;

import static ru.smartsbridge.com.mapping.ClassTables.PREFIX;
import static ru.smartsbridge.com.mapping.ClassTables.both;
import static ru.smartsbridge.com.mapping.ClassTables.named;
import static ru.smartsbridge.com.mapping.ClassTables.none;
import static ru.smartsbridge.com.mapping.Form.DATE;
import static ru.smartsbridge.com.mapping.Form.FLAG;
import static ru.smartsbridge.com.mapping.Form.ROLE;
import static ru.smartsbridge.com.mapping.Form.TEXT;

import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;
import ru.smartsbridge.com.mapping.Child.Empty;
import ru.smartsbridge.com.mapping.ClassTable.FieldForm;

/** The part of {@link ClassTables} that is only read: users, groups, warehouses, devices. */
final class DirectoryTables {
    private static final Value NULL = Value.NULL;
    private static final Value EMPTY = Value.text("");

    static final ClassTable USER = new ClassTable(new ClassRow(
            "User",
            PREFIX + "User",
            FieldForm.ELEMENTS_IF_ANY,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    both("name", TEXT, NULL),
                    both("password", TEXT, NULL),
                    both("description", TEXT, NULL),
                    both("barcode", TEXT, NULL),
                    both("groupId", TEXT, NULL),
                    new Attribute("groupName", TEXT, "", "GroupName", NULL, Crossing.READ, "")),
            List.of("id", "name", "barcode", "password", "groupId", "description"),
            List.of(new Child("warehouseIds", "WarehouseIds", "WarehouseIds", null, true, Empty.CLOSES_ITSELF)),
            List.of("WarehouseIds"),
            Set.of(),
            Set.of("isExternal")));

    static final ClassTable USER_GROUP = new ClassTable(new ClassRow(
            "UserGroup",
            PREFIX + "UserGroup",
            FieldForm.NONE,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    both("name", TEXT, NULL),
                    both("batchMode", FLAG, Value.Flag.FALSE),
                    both("role", ROLE, Value.text("MobileDeviceUser")),
                    both("serverSideInventory", FLAG, Value.Flag.FALSE),
                    both("autorunDocumentTypeName", TEXT, NULL),
                    both("onStartHandlerName", TEXT, NULL),
                    both("onFinishHandlerName", TEXT, NULL)),
            List.of(
                    "autorunDocumentTypeName",
                    "batchMode",
                    "id",
                    "name",
                    "onFinishHandlerName",
                    "onStartHandlerName",
                    "role",
                    "serverSideInventory"),
            List.of(new Child(
                    "documentTypeNames", "DocumentTypeNames", "DocumentTypeNames", null, true, Empty.CLOSES_ITSELF)),
            List.of("DocumentTypeNames"),
            Set.of("batchMode", "role", "serverSideInventory"),
            Set.of()));

    static final ClassTable WAREHOUSE = new ClassTable(new ClassRow(
            "Warehouse",
            PREFIX + "Warehouse",
            FieldForm.NONE,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    new Attribute("storageId", TEXT, "storageId", "", NULL, Crossing.XML, ""),
                    both("name", TEXT, NULL)),
            List.of("id", "name", "storageId"),
            List.of(),
            List.of(),
            Set.of(),
            Set.of()));

    static final ClassTable DEVICE = new ClassTable(new ClassRow(
            "DeviceInfo",
            PREFIX + "DeviceInfo",
            FieldForm.ELEMENTS_IF_ANY,
            true,
            List.of(
                    both("deviceId", TEXT, EMPTY),
                    new Attribute("appInstanceId", TEXT, "", "AppInstanceId", NULL, Crossing.READ, ""),
                    both("pincode", TEXT, NULL),
                    both("batteryStatus", TEXT, NULL),
                    both("lastInfoTime", DATE, Dates.NO_DATE),
                    both("userId", TEXT, NULL),
                    both("warehouseId", TEXT, NULL),
                    both("documentId", TEXT, NULL),
                    both("cellId", TEXT, NULL),
                    none("hasDeviceLicense", FLAG, Value.Flag.FALSE),
                    none("deviceLicenseExpires", DATE, Dates.NO_DATE),
                    none("isServerSupportUntilDate", FLAG, Value.Flag.FALSE),
                    none("deviceSupportUntilDate", DATE, Dates.NO_DATE),
                    both("deviceName", TEXT, NULL),
                    both("documentTypeName", TEXT, NULL),
                    both("serverHostedDocument", FLAG, Value.Flag.FALSE),
                    named("deviceIP", "deviceIP", "DeviceIP", TEXT, NULL),
                    both("userGroupId", TEXT, NULL),
                    new Attribute("clientVersion", TEXT, "", "ClientVersion", NULL, Crossing.READ, ""),
                    new Attribute("environmentVersion", TEXT, "", "EnvironmentVersion", NULL, Crossing.READ, "")),
            List.of(
                    "batteryStatus",
                    "cellId",
                    "deviceId",
                    "pincode",
                    "deviceIP",
                    "deviceName",
                    "documentId",
                    "documentTypeName",
                    "lastInfoTime",
                    "serverHostedDocument",
                    "userId",
                    "userGroupId",
                    "warehouseId"),
            List.of(),
            List.of(),
            Set.of(),
            Set.of()));

    private DirectoryTables() {}
}
