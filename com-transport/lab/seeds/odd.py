"""A base as somebody else might have it: names that no schema of ours foresaw, gaps and repetitions."""

import datetime
from decimal import Decimal

import form

DAY = datetime.datetime(2013, 10, 26, 23, 30)

# spaces, dots, digits first, Latin, brackets, letters of both alphabets
TYPES = [
    "Приём товара",
    "Док.Поступление.2",
    "1С Заказ",
    "Inventory",
    "Возврат (брак)",
    "Кол-во по местам",
    "Объезд ёлочных складов",
    "ReturnFrom Клиента",
    "№7",
    "ЩукаЪЫьЭюЯ",
] + ["Операция %d" % number for number in range(1, 51)]

# «Поле с пробелом» and «1цифра» are no XML names: as attributes they would break the component's own XML
FIELDS = {
    "Поле с пробелом": "String",
    "1цифра": "Double",
    "Кол-во": "Int32",
    "Цена (руб.)": "Decimal",
    "Код.Имя": "String",
    "latin": "Boolean",
    "Дата_отгрузки": "DateTime",
    "Большое": "Int64",
}
COLUMNS = {"Поле с пробелом": "String", "1цифра": "Double", "Серия": "String"}
DOCUMENT_TABLES = {"Стр.Таблица": {"Ключ строки": ("String", True), "Значение": "String"}}

# A table's name must not contain spaces. These names are no SQL names, so the component keeps such tables in XML.
NOT_IN_SQL = {"Справочник.Один", "1Таблица"}
TABLES = {
    "Справочник.Один": {"Код": ("String", True), "Имя": "String", "Счёт": "Int64", "Когда": "DateTime"},
    "1Таблица": {"Ид": ("String", True), "Поле с пробелом": "String", "1цифра": "Double"},
    "prices": {"product": ("String", True), "price": "Decimal", "note": "String"},
    "Пустая": {"Ид": "String", "Текст": "String"},
}

WAREHOUSES = {"Склад №2 (юг)": "Юг", "a7f3c1d2-0000-4000-8000-00000000000a": "Second & co", "03": "Третий"}


def cells(number):
    """The same barcodes in each warehouse, and one empty: the component keys a warehouse's cells by barcode, and
    fails in an upload at a cell that has none at all."""
    made = [form.cell("w%d-%d" % (number, i), "Место %d" % i, barcode="ОБЩ-%03d" % i) for i in range(5)]
    return made + [form.cell("w%d-без" % number, "Без штрихкода", barcode="")]


def product(number):
    attributes = {"id": "P/%d" % number, "name": "Product %d «ёж»" % number if number % 7 else ""}
    packings = [] if number % 3 == 0 else [form.packing("pc", "pc"), form.packing("box", "box", "0.5")]
    return form.product({**attributes, "basePackingId": "pc" if packings else None}, packings)


def document(number):
    kind = TYPES[number % len(TYPES)]
    fields = {
        "Поле с пробелом": "a < b & \"c\"",
        "1цифра": 0.1,
        "Кол-во": -3,
        "Цена (руб.)": Decimal("12.50"),
        "latin": True,
        "Дата_отгрузки": DAY,
    }
    attributes = {
        "createDate": DAY + datetime.timedelta(seconds=number),
        "lastChangeDate": DAY + datetime.timedelta(seconds=number),
        "documentTypeName": kind,
        "id": "док %d/a'b" % number if number % 2 else "doc-%d" % number,
        "name": kind + " " + str(number),
        "warehouseId": list(WAREHOUSES)[number % 3],
    }
    lines = [
        form.line(
            {"uid": form.uid("odd", number, i), "productId": "P/%d" % i, "declaredQuantity": "0.5", "createdBy": "ERP"},
            {"Поле с пробелом": "строка %d" % i, "1цифра": i * 0.1},
        )
        for i in range(number % 4)
    ]
    return form.warehouse_document(attributes, fields if number % 3 else {}, lines)


def table_rows():
    return {
        "Справочник.Один": [
            form.row(form.uid("one", i), {"Код": "к%d" % i, "Имя": "Имя %d \x1d <&>" % i, "Когда": DAY}) for i in range(12)
        ],
        "1Таблица": [form.row(form.uid("two", i), {"Ид": "и%d" % i}) for i in range(3)],
        "prices": [form.row(form.uid("three", i), {"product": "P/%d" % i, "price": Decimal(i) / 3}) for i in range(30)],
    }


def users():
    ids = list(WAREHOUSES)
    return [
        form.user("u 1", "Всюду", "пароль", "g.1", ids, barcode="U1"),
        form.user("u 2", "O'Neil", "x", "g.1", ids[:2]),
        form.user("u 3", "Нигде", "y", "g.1", []),
    ]


def files():
    """The files of the base by their paths."""
    types = [form.document_type(name, FIELDS, COLUMNS, DOCUMENT_TABLES if i % 5 == 0 else None) for i, name in enumerate(TYPES)]
    tables = [form.table_info(name, fields, sql=name not in NOT_IN_SQL) for name, fields in TABLES.items()]
    made = {
        "environment.xml": form.environment("Учёт & Ко", types, {}, tables),
        "warehouses.xml": form.collection("WarehouseCollection", [form.warehouse(*each) for each in WAREHOUSES.items()]),
        "user-groups.xml": form.collection("UserGroupCollection", [form.user_group("g.1", "Все", types=TYPES[:3])]),
        "users.xml": form.collection("UserCollection", users()),
        "products.xml": form.collection("ProductCollection", [product(i) for i in range(25)]),
        "documents.xml": form.collection("DocumentCollection", [document(i) for i in range(70)]),
        "devices.xml": form.collection("DeviceInfoCollection", []),
        "app.txt": "name=Учёт & Ко\n"
        "appId=9d1e52f0-7b54-4a6e-9f43-6b0a3f1d2c77\n"
        "appName=Учёт\n"
        "appVersion=2.0\n"
        "mainServerVersion=3.2.0.100\n",
    }
    made.update({"tables/%s.xml" % name: form.collection("RowCollection", rows) for name, rows in table_rows().items()})
    made.update(
        {"cells/%s.xml" % key: form.collection("CellCollection", cells(i)) for i, key in enumerate(WAREHOUSES, 1)}
    )
    return made
