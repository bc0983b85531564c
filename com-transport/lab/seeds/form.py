"""The component's own XML form: what its ToXml writes and its FromXml takes."""

import datetime
import decimal
import hashlib
import uuid
from xml.sax.saxutils import quoteattr

CLR = "http://schemas.cleverence.ru/clr"
NO_DATE = "0001-01-01T00:00:00.0000000"

# A namespace of our own: the same name gives the same uid at each run.
_UIDS = uuid.UUID("5c2d94a1-3f37-4d6c-9a2b-0d5e8f7b1c15")


def uid(*names):
    """A uid that depends on these names alone."""
    return str(uuid.uuid5(_UIDS, "/".join(str(name) for name in names)))


def md5(text):
    """The form in which the component keeps a user's password and barcode."""
    return "MD5" + hashlib.md5(text.encode("utf-8")).hexdigest()


def text_of(value):
    """A value as the component writes it."""
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%f") + "0"
    return str(value)


def type_of(value):
    """The .NET type that a value has in the component's XML."""
    if isinstance(value, bool):
        return "Boolean"
    if isinstance(value, int):
        return "Int32"
    if isinstance(value, float):
        return "Double"
    if isinstance(value, decimal.Decimal):
        return "Decimal"
    if isinstance(value, datetime.datetime):
        return "DateTime"
    return "String"


def quoted(value):
    """An attribute's value; control characters as the component writes them, which XML 1.0 itself would refuse."""
    controls = {chr(c): "&#x%X;" % c for c in range(32)}
    return quoteattr(text_of(value), {'"': "&quot;", **controls})


def element(name, attributes=None, children=None, self_closed=False):
    """An element with an explicit end tag, which the component needs of most; None leaves an attribute out."""
    written = "".join(
        " %s=%s" % (key, quoted(value)) for key, value in (attributes or {}).items() if value is not None
    )
    body = "".join(children or [])
    if self_closed and not body:
        return "<%s%s />" % (name, written)
    return "<%s%s>%s</%s>" % (name, written, body, name)


def collection(name, children, attributes=None):
    """A collection with its count; an empty one is self-closed, as the component writes it."""
    return element(name, {"count": len(children), **(attributes or {})}, children, self_closed=True)


def document(root):
    """A file of one root element, which gets its name spaces here."""
    name_ends = min(i for i in (root.index(" "), root.index(">")) if i > 0)
    return '<?xml version="1.0" encoding="utf-8"?>%s xmlns:clr="%s"%s' % (root[:name_ends], CLR, root[name_ends:])


def typed(fields):
    """Additional fields in the attribute form: text under its name, others under type and name."""
    attributes = {}
    for name, value in fields.items():
        kind = type_of(value)
        attributes[name if kind == "String" else kind + "_" + name] = value
    return attributes


def values(fields):
    """Additional fields as FieldValues, whose names may be anything."""
    entries = []
    for name, value in fields.items():
        # Text between tags: markup is written as in an attribute, without its quotes.
        inner = element("Value", {"clr:Type": type_of(value)}, [quoted(value)[1:-1]])
        entries.append(element("FieldValue", {"fieldName": name}, [inner]))
    return collection("Fields", entries)


def field_info(name, kind, key=False):
    """The declaration of a field; a key field tells rows apart."""
    attributes = {"alias": "", "fieldName": name, "fieldType": kind, "isSQLKeyIndex": True if key else None}
    return element("FieldInfo", {**attributes, "valueTemplate": ""})


def field_infos(tag, fields):
    """Declarations by name: a type, or a type and True for a key field."""
    declared = []
    for name, kind in fields.items():
        declared.append(field_info(name, *(kind if isinstance(kind, tuple) else (kind,))))
    return collection(tag, declared)


def table_info(name, fields, sql=True):
    """The declaration of a table, of the base or of a document; of one in SQL, each name must be an SQL name."""
    attributes = {"name": name, "updatePeriod": 60, "isSQLTable": sql, "autoExchangeDeviceOnUpdate": True}
    return element("DocumentTableInfo", attributes, [field_infos("Fields", fields)])


_TYPE_FLAGS = {
    "allowExchangeDataForServerDocs": True,
    "allowRemoveDocuments": True,
    "askWarehouseBeforeDocumentSelection": False,
    "autoCreateNewDocument": True,
    "barcodeDocumentSelection": True,
    "checkServerBarcodes": True,
    "clientCreating": True,
    "cyclic": False,
    "defaultMainButtonHeight": 34,
    "documentSelectionText": "",
    "manualDocumentSelection": True,
    "needExchangeDataBeforeOpen": "No",
    "refreshTimeForServerList": 0,
    "removeAfterFinish": False,
    "removingDelay": 0,
    "runDataExchangeOnDocumentCompleted": True,
    "showDocumentsFromServerInList": True,
}


def document_type(name, fields, columns, tables=None, alias=None, virtual=False):
    """The declaration of a document type."""
    children = [
        collection("Actions", []),
        field_infos("Columns", columns),
        field_infos("Fields", fields),
        collection("InfoStrings", []),
        collection("Tables", [table_info(*table) for table in (tables or {}).items()]),
    ]
    attributes = {"name": name, "alias": alias, **_TYPE_FLAGS, "virtual": virtual, "itemFormat": ""}
    return element("DocumentType", attributes, children)


def environment(name, types, product_fields, tables):
    """The configuration of a base, its tables declared; users, warehouses and cells are no part of it."""
    schema = element(
        "ProductSchema",
        {"barcodeExtendedSearchMode": "Auto", "autoExchangeDeviceOnUpdate": True, "documentProductsSavingMode": "No"},
        [field_infos("Fields", product_fields)],
    )
    children = [
        collection("CommonFields", []),
        collection("DocumentTypes", types),
        collection("Operations", []),
        schema,
        collection("Tables", tables),
        collection("TestOperations", []),
        collection("Warehouses", [], {"version": ""}),
    ]
    attributes = {"barcodeLogin": True, "cellSearchOrder": "Device", "comment": "", "id": "1", "name": name}
    return element("Environment", {**attributes, "version": 0, "warehouseSelectionText": ""}, children)


def warehouse(key, name):
    return element("Warehouse", {"id": key, "name": name, "storageId": uid("warehouse", key)}, [collection("Cells", [])])


def cell(key, name, barcode=None, description=None, fields=None):
    attributes = {"barcode": barcode, "description": description, "id": key, "name": name}
    return element("Cell", attributes, [values(fields or {})])


def user(key, name, password, group, warehouses, barcode=None, fields=None):
    attributes = {
        "id": key,
        "name": name,
        "barcode": md5(barcode) if barcode else None,
        "password": md5(password),
        "groupId": group,
    }
    ids = collection("WarehouseIds", [element("String", {}, [quoted(i)[1:-1]]) for i in warehouses])
    return element("User", attributes, ([values(fields)] if fields else []) + [ids])


def user_group(key, name, role="MobileDeviceUser", types=()):
    attributes = {"autorunDocumentTypeName": "", "batchMode": False, "id": key, "name": name, "role": role}
    names = [element("String", {}, [quoted(i)[1:-1]]) for i in types]
    return element("UserGroup", {**attributes, "serverSideInventory": False}, [collection("DocumentTypeNames", names)])


def packing(key, name, units=1, barcode=None, fields=None, weight=None, volume=None):
    attributes = {
        "barcode": barcode,
        "id": key,
        "name": name,
        "selfWeight": weight,
        "selfVolume": volume,
        "unitsQuantity": units if units != 1 else None,
    }
    return element("Packing", {**attributes, **typed(fields or {})})


def product(attributes, packings, fields=None):
    return element("Product", {**attributes, **typed(fields or {})}, [collection("Packings", packings)])


def row(key, fields):
    return element("Row", {"uid": key, **typed(fields)})


def line(attributes, fields=None):
    """A document's line, plan or fact: whole quantities without a point."""
    return element("DocumentItem", attributes, [values(fields or {})])


def state(user_id, begun, finished):
    attributes = {
        "finished": finished is not None,
        "finishedDate": finished or NO_DATE,
        "inProcess": True,
        "inProcessDate": begun,
        "modified": False,
        "modifiedDate": NO_DATE,
        "processingTime": "00:02:00",
        "userId": user_id,
    }
    return element("DocumentState", attributes, self_closed=True)


def document_table(name, rows):
    return element("DocumentTable", {"name": name, "version": ""}, [collection("Rows", rows)])


def warehouse_document(attributes, fields, plan, fact=(), states=(), tables=()):
    """A document. Its empty collections must be there, and self-closed: otherwise the component takes them for lazy."""
    dates = {key: attributes[key] for key in ("createDate", "lastChangeDate")}
    device = {"deviceId": "", "deviceIP": "", "deviceName": ""}
    children = [
        values(fields),
        collection("States", list(states)),
        element("Tables", {}, tables, self_closed=True),
        element("DeclaredItems", {}, plan, self_closed=True),
        element("CurrentItems", {}, fact, self_closed=True),
    ]
    return element("Document", {**dates, **device, **attributes}, children)


def device(attributes):
    return element("DeviceInfo", attributes, [values({})])
