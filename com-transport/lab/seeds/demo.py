"""A base of «Склад 15» shape: the types, tables and fields of the sandbox's demo base, in the component's form."""

import datetime
from decimal import Decimal

import form

MORNING = datetime.datetime(2025, 6, 16, 9, 58, 43)
GS = "\x1d"

TEXT, FLAG, DOUBLE, DECIMAL, DATE, INT = "String", "Boolean", "Double", "Decimal", "DateTime", "Int32"
KEY = (TEXT, True)

TYPES = {
    "НанесениеКМ": "Нанесение КМ",
    "Разагрегация": "Разагрегация",
    "ВводВОборот": "Ввод в оборот",
    "ЗаказКМ": "Заказ КМ",
    "Агрегация": "Агрегация",
    "Инвентаризация": "Инвентаризация",
    "Комплектация": "Комплектация",
    "ПеремещениеПоСкладам": "Перемещение по складам",
    "ПеремещениеПоЯчейкам": "Перемещение по ячейкам",
    "Списание": "Списание",
    "УпаковочныйЛист": "Упаковочный лист",
    "Возврат": "Возврат",
    "ОтборИзЯчеек": "Отбор из ячеек",
    "Отгрузка": "Отгрузка",
    "ПодборЗаказа": "Подбор заказа",
    "ПриходНаСклад": "Приемка",
    "РазмещениеВЯчейки": "Размещение в ячейки",
    "СборШК": "Сбор ШК",
}
VIRTUAL = ["ДубликатКМ", "Настройки", "ОстаткиВЯчейках", "ПечатьШК", "ПросмотрСправочников"]

FIELDS = {
    "ВидПроцесса": DOUBLE,
    "ПоЯчейкам": FLAG,
    "КонтрольКолва": FLAG,
    "КонтрольЯчеек": FLAG,
    "РежимУпаковок": TEXT,
    "ContainsMC": FLAG,
    "ИдУзла": TEXT,
    "ИдСклада1СКуда": TEXT,
    "Контрагент": TEXT,
    "ИНН": TEXT,
    "Комментарий": TEXT,
    "ДатаОтгрузки": DATE,
    "Номер": INT,
    "Сумма": DECIMAL,
}
COLUMNS = {
    "Серия": TEXT,
    "МаркаИСМП": TEXT,
    "ИдХарактеристики": TEXT,
    "Комментарий": TEXT,
    "Цена": DECIMAL,
    "СрокГодн": DATE,
    "ЭтоМаркируемый": FLAG,
}
DOCUMENT_TABLES = {"Документы": {"ИдДокумента": TEXT, "Наименование": TEXT, "Сумма": DECIMAL}}
WITH_TABLES = {"ПодборЗаказа", "ПриходНаСклад", "Отгрузка"}

PRODUCT_FIELDS = {
    "ВидТовара": TEXT,
    "ЭтоМаркируемый": FLAG,
    "ИспользоватьСерии": FLAG,
    "Цена": DECIMAL,
    "СтавкаНДС": TEXT,
    "СтранаПроисхождения": TEXT,
    "Price": DECIMAL,
}

# A key in SQL is unique, and the component refuses a whole portion for one row that repeats it. Цены therefore has none:
# a client may tell its rows apart by their uids alone.
TABLES = {
    "БизнесПроцессы": {"Ид": KEY, "Наименование": TEXT, "Включен": FLAG},
    "Цены": {"ИдТовара": TEXT, "ИдУпаковки": TEXT, "ВидЦены": TEXT, "Цена": DECIMAL, "Валюта": TEXT},
    "ДопРеквизиты": {"ИдТовара": KEY, "Имя": KEY, "Значение": TEXT},
    "Характеристики": {"Ид": KEY, "ИдТовара": TEXT, "Наименование": TEXT, "Штрихкод": TEXT},
    "ИсторияСтатусовИНН": {"ИНН": TEXT, "Статус": TEXT, "Дата": DATE},
    "Контрагенты": {"Ид": KEY, "Наименование": TEXT, "ИНН": TEXT, "КПП": TEXT, "ЭтоПапка": FLAG},
    "МаркиСОшибками": {"Марка": TEXT, "ТекстОшибки": TEXT, "Дата": DATE},
    "Остатки": {
        "ИдТовара": KEY,
        "ИдСклада": KEY,
        "ИдЯчейки": KEY,
        "ИдУпаковки": TEXT,
        "Серия": TEXT,
        "Количество": DECIMAL,
        "Дата": DATE,
        "ЭтоРезерв": FLAG,
    },
    "РазмерыОбуви": {"Размер": KEY, "РазмерЕС": TEXT, "ДлинаСтопы": DOUBLE},
    "Резерв": {"ИдТовара": TEXT, "ИдДокумента": TEXT, "Количество": DECIMAL},
    "Серии": {"ИдТовара": KEY, "Серия": KEY, "СрокГодн": DATE},
    "Склады": {"Ид": KEY, "Наименование": TEXT, "ЭтоПапка": FLAG, "Адресный": FLAG},
    "СпрЯчейки": {"Ид": KEY, "Наименование": TEXT, "Штрихкод": TEXT, "ИдСклада": TEXT},
    "ТранспортныеУпаковки": {"SSCC": TEXT, "ИдДокумента": TEXT, "Количество": DECIMAL},
    "Узлы": {"Ид": KEY, "Наименование": TEXT},
}

WAREHOUSES = {"1": "Основной склад", "2": "Склад магазина", "3": "Склад возвратов"}
RACKS = {"1": "AB", "2": "C", "3": "D"}
PEOPLE = ["Иванов Пётр", "Соколова Анна", "Кузнецов Олег", "Орлова Мария", "Белов Илья", "Администратор"]
GROUPS = ["operators", "pickers", "admins"]

# kind, marked, units of a box, names
GOODS = [
    ("Вода", True, 12, ["Вода питьевая «Светлый ключ»", "Вода минеральная «Горный исток»"]),
    ("Молочные продукты", True, 12, ["Кефир «Заречье»", "Творог «Луговина»", "Сметана «Утренняя дойка»"]),
    ("Обувь", True, 6, ["Кроссовки мужские «Шаг»", "Туфли женские «Нордвинд»"]),
    ("Одежда", True, 10, ["Футболка «Лён и хлопок»", "Сорочка мужская «Студия 15»"]),
    ("Бакалея", False, 20, ["Крупа гречневая «Полевой стан»", "Рис \"Кубань\" & Ко", "Мука <высший сорт>"]),
]
PRODUCTS = 240


def ean13(number):
    """An EAN-13 with its check digit."""
    digits = "460%09d" % number
    total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return digits + str(-total % 10)


def barcode_of(number):
    return ean13(7_000_000 + number * 7)


def price_of(number):
    return Decimal(3990 + number * 1709) / 100


def product_id(number):
    return "%08d" % (number + 1)


def product(number):
    kind, marked, box, names = GOODS[number % len(GOODS)]
    packings = [form.packing("шт", "Штука", barcode=barcode_of(number), weight="0.25", fields={"Price": price_of(number)})]
    if number % 2 == 0:
        fields = {"Price": price_of(number) * box}
        packings.append(form.packing("кор", "Коробка", box, "1" + barcode_of(number), fields, weight="3.5"))
    attributes = {
        "barcode": barcode_of(number),
        "basePackingId": "шт",
        "id": product_id(number),
        "marking": "АРТ-%06d" % (number + 1),
        "name": "%s, арт. %d" % (names[number // len(GOODS) % len(names)], number + 1),
        "unitConvertionRate": 1,
        "unitId": "шт",
    }
    fields = {
        "ВидТовара": kind,
        "ЭтоМаркируемый": marked,
        "ИспользоватьСерии": kind == "Молочные продукты",
        "Цена": price_of(number),
        "СтавкаНДС": "10%" if kind == "Молочные продукты" else "20%",
        "СтранаПроисхождения": ["РОССИЯ", "БЕЛАРУСЬ", "КИТАЙ"][number % 3],
    }
    return form.product(attributes, packings, fields)


def cells(warehouse):
    named = ["%s-%02d-%02d" % (row, rack, shelf) for row in RACKS[warehouse] for rack in (1, 2, 3) for shelf in (1, 2, 3, 4)]
    return [form.cell(name, "Ячейка " + name, barcode=name) for name in named]


def rows(table, contents):
    return [form.row(form.uid("row", table, i), fields) for i, fields in enumerate(contents)]


def table_rows():
    numbers = range(100)
    day = MORNING.replace(hour=0, minute=0, second=0)
    contents = {
        "Цены": [
            {"ИдТовара": product_id(i), "ИдУпаковки": "шт", "ВидЦены": "Розничная", "Цена": price_of(i), "Валюта": "RUB"}
            for i in numbers
        ],
        "Остатки": [
            {
                "ИдТовара": product_id(i),
                "ИдСклада": "1",
                "ИдЯчейки": "A-%02d-%02d" % (i % 3 + 1, i % 4 + 1),
                "ИдУпаковки": "шт",
                "Серия": "",
                "Количество": Decimal(i * 37 % 4000) / 10,
                "Дата": day,
                "ЭтоРезерв": i % 5 == 0,
            }
            for i in numbers
        ],
        "Контрагенты": [{"Ид": "k0", "Наименование": "Поставщики", "ЭтоПапка": True}]
        + [
            {"Ид": "k%d" % i, "Наименование": name, "ИНН": "770123456%d" % i, "ЭтоПапка": False}
            for i, name in enumerate(["ООО «Ромашка»", "АО «Северный ветер»", "ИП Сидоров А. В.", "ООО «Торговый ряд»"], 1)
        ],
        "Склады": [
            {"Ид": key, "Наименование": name, "ЭтоПапка": False, "Адресный": key == "1"} for key, name in WAREHOUSES.items()
        ],
        "Серии": [
            {"ИдТовара": product_id(i), "Серия": "П-%d" % (100 + i), "СрокГодн": day + datetime.timedelta(days=20 + i)}
            for i in numbers
            if GOODS[i % len(GOODS)][0] == "Молочные продукты"
        ],
        "РазмерыОбуви": [
            {"Размер": str(size), "РазмерЕС": str(size + 1), "ДлинаСтопы": 23 + (size - 36) * 0.7} for size in range(36, 45)
        ],
    }
    return {table: rows(table, content) for table, content in contents.items()}


DOCUMENTS = [
    ("НанесениеКМ", "Нанесение КМ вещевой №0001"),
    ("ПодборЗаказа", "Подбор заказа №0001 (обувь и одежда)"),
    ("ПодборЗаказа", "Подбор заказа №0002 (вода)"),
    ("ПодборЗаказа", "Подбор заказа №0003"),
    ("ПриходНаСклад", "Приёмка №0001 от «Ромашки»"),
    ("ПриходНаСклад", "Приёмка №0002"),
    ("ПриходНаСклад", "Приёмка №0003"),
    ("Отгрузка", "Отгрузка №0001"),
    ("Отгрузка", "Отгрузка №0002 самовывоз"),
    ("Инвентаризация", "Инвентаризация ряда A"),
    ("ПеремещениеПоСкладам", "Перемещение в магазин №0001"),
    ("Возврат", "Возврат поставщику №0001"),
    ("УпаковочныйЛист", "Упаковочный лист №0001"),
]
FINISHED = {3, 6, 8}


def header_fields(kind, number):
    if kind == "НанесениеКМ":
        return {"ВидПроцесса": 1.0}
    if kind in ("ПодборЗаказа", "Отгрузка"):
        return {
            "ПоЯчейкам": False,
            "КонтрольКолва": True,
            "РежимУпаковок": "БезУпаковок",
            "ДатаОтгрузки": MORNING.replace(hour=0, minute=0, second=0) + datetime.timedelta(days=2),
            "Номер": number,
            "Сумма": Decimal(10025 + number * 333) / 100,
        }
    if kind in ("ПриходНаСклад", "Возврат"):
        return {"Контрагент": "k1", "ИНН": "7701234561"}
    return {"ПоЯчейкам": True}


def plan_and_fact(number, finished):
    plan, fact = [], []
    for i in range(2 + number % 4):
        goods = (number * 5 + i) % 100
        planned, quantity = form.uid("plan", number, i), 1 + (number * 7 + i * 3) % 24
        common = {"productId": product_id(goods), "packingId": "шт"}
        place = {"firstStorageId": "A-%02d-%02d" % (i % 3 + 1, i % 4 + 1)}
        fields = {"Цена": price_of(goods), "ЭтоМаркируемый": GOODS[goods % len(GOODS)][1]}
        found = {"currentQuantity": quantity} if finished else {}
        plan.append(form.line({"uid": planned, **common, "declaredQuantity": quantity, **found, **place, "createdBy": "ERP"}, fields))
        if finished:
            mark = "010%s21%013d%s91EE06%s92%s" % (barcode_of(goods), number * 100 + i, GS, GS, "q/Zx&<+" * 6)
            fields = {**fields, "МаркаИСМП": mark if GOODS[goods % len(GOODS)][1] else ""}
            attributes = {"uid": form.uid("fact", number, i), **common, "currentQuantity": quantity, **place}
            registered = {"registeredDate": MORNING + datetime.timedelta(minutes=number * 7 + 4)}
            fact.append(form.line({**attributes, **registered, "blUid": planned, "createdBy": "Device"}, fields))
    return plan, fact


def document(number):
    kind, name = DOCUMENTS[number]
    finished = number in FINISHED
    created = MORNING + datetime.timedelta(minutes=number * 7)
    plan, fact = plan_and_fact(number, finished)
    attributes = {
        "barcode": "12345678902%05d" % (12110 + number * 13),
        "createDate": created,
        "lastChangeDate": created + datetime.timedelta(minutes=5 if finished else 0),
        "distributeByBarcode": True,
        "documentTypeName": kind,
        "id": form.uid("document", number),
        "name": name,
        "priority": number % 3 or None,
        "warehouseId": "1",
    }
    begun, ended = created + datetime.timedelta(minutes=3), created + datetime.timedelta(minutes=5)
    states = [form.state("user-1", begun, ended)] if finished else []
    tables = []
    if kind == "ПодборЗаказа":
        order = {"ИдДокумента": "ЗК-%04d" % number, "Наименование": "Заказ %d" % number, "Сумма": Decimal("1500.00")}
        tables = [form.document_table("Документы", [form.row(form.uid("document row", number), order)])]
    return form.warehouse_document(attributes, header_fields(kind, number), plan, fact, states, tables)


def device(number):
    return form.device(
        {
            "batteryStatus": "%d%%" % (40 + number * 15),
            "cellId": "",
            "deviceId": "TSD-%d" % number,
            "deviceIP": "192.168.15.%d" % (100 + number),
            "deviceName": "ТСД %d" % number,
            "documentId": "",
            "documentTypeName": "",
            "lastInfoTime": MORNING - datetime.timedelta(minutes=number),
            "pincode": "%06d" % (number * 4711),
            "userGroupId": "pickers" if number == 2 else "operators",
            "userId": "user-%d" % number,
            "warehouseId": "1",
        }
    )


def files():
    """The files of the base by their paths."""
    types = [
        form.document_type(name, FIELDS, COLUMNS, DOCUMENT_TABLES if name in WITH_TABLES else None, alias)
        for name, alias in TYPES.items()
    ] + [form.document_type(name, {}, {}, virtual=True) for name in VIRTUAL]
    tables = [form.table_info(*table) for table in TABLES.items()]
    users = [
        form.user(
            "user-%d" % (i + 1),
            name,
            "%04d" % (1000 + i * 111),
            GROUPS[2 if i == len(PEOPLE) - 1 else i % 2],
            [str(i % len(WAREHOUSES) + 1)],
            barcode=ean13(900_000 + i),
        )
        for i, name in enumerate(PEOPLE)
    ]
    groups = [
        form.user_group("operators", "Кладовщики", types=["ПриходНаСклад", "ПодборЗаказа"]),
        form.user_group("pickers", "Сборщики", types=["ПодборЗаказа"]),
        form.user_group("admins", "Администраторы", "Administrator"),
    ]
    made = {
        "environment.xml": form.environment("Склад 15", types, PRODUCT_FIELDS, tables),
        "warehouses.xml": form.collection("WarehouseCollection", [form.warehouse(*each) for each in WAREHOUSES.items()]),
        "user-groups.xml": form.collection("UserGroupCollection", groups),
        "users.xml": form.collection("UserCollection", users),
        "products.xml": form.collection("ProductCollection", [product(i) for i in range(PRODUCTS)]),
        "documents.xml": form.collection("DocumentCollection", [document(i) for i in range(len(DOCUMENTS))]),
        "devices.xml": form.collection("DeviceInfoCollection", [device(i) for i in (1, 2, 3)]),
        "app.txt": "name=Склад 15 (лаборатория)\n"
        "appId=3b5b1c0e-1500-4c15-8f15-57a9d15c0de5\n"
        "appName=Склад 15\n"
        "appVersion=1.2.6.114\n"
        "mainServerVersion=3.5.16.4702\n"
        "appServerVersion=3.5.16.4702\n",
    }
    made.update({"tables/%s.xml" % name: form.collection("RowCollection", rows) for name, rows in table_rows().items()})
    made.update({"cells/%s.xml" % key: form.collection("CellCollection", cells(key)) for key in WAREHOUSES})
    return made
