// Collections: what they take, refuse and find.
#include <algorithm>

#include "errors.h"
#include "model.h"

static bool isNamed(Obj *o, const wchar_t *cls) { return !wcscmp(o->cls->name, cls); }

/** The properties that must differ in a collection. */
static std::vector<const wchar_t *> keysOf(const Class *c) {
  static const struct { const wchar_t *cls; std::vector<const wchar_t *> keys; } all[] = {
      {L"ProductCollection", {L"Id"}}, {L"DocumentCollection", {L"Id"}}, {L"PackingCollection", {L"Id"}}, {L"UserCollection", {L"Id", L"Name"}}, {L"WarehouseCollection", {L"Id"}},
      {L"UserGroupCollection", {L"Id", L"Name"}}, {L"CellCollection", {L"Barcode"}}, {L"FieldInfoCollection", {L"FieldName"}}, {L"DocumentTypeCollection", {L"Name"}}, {L"DocumentTableInfoCollection", {L"Name"}}, {L"DocumentTableCollection", {L"Name"}}, {L"DeviceInfoCollection", {L"DeviceId"}}};
  for (auto &k : all)
    if (!wcscmp(k.cls, c->name)) return k.keys;
  return {};
}
static std::wstring contains(Obj *list, const wchar_t *key, std::wstring_view value) { return std::wstring(list->cls->name) + L" already contains element with " + key + L" = " + std::wstring(value) + L"."; }
static void refuse(const std::wstring &text) { throw ArgumentError(text, text); }

/** Products, documents and packings are found by a hash of their key; the others are compared one by one, as the component does it. */
static void refuseEqual(Obj *list, Obj *item) {
  List &l = list->items();
  bool names = isNamed(list, L"FieldInfoCollection");
  for (auto key : keysOf(list->cls)) {
    int slot = item->cls->slot(key);
    const Value &k = item->slot(slot);
    bool hashed = isNamed(list, L"ProductCollection") || isNamed(list, L"DocumentCollection");
    if (hashed) {
      if (!l.keyed) {
        l.keys.clear();
        for (size_t i = 0; i < l.items.size(); i++) l.keys.emplace(l.items[i].o()->slot(slot), i);
        l.keyed = true;
      }
      if (!l.keys.emplace(k, l.items.size()).second) refuse(contains(list, key, k.s()));
      continue;
    }
    for (auto &x : l.items) {
      const Value &other = x.o()->slot(slot);
      if (names ? sameName(other.s(), k.s()) : other.s() == k.s() && other.isNull() == k.isNull()) refuse(contains(list, key, k.s()));
    }
  }
}
static void refuseWrong(Obj *list, const Value &item) {
  std::wstring what = item.o() ? item.o()->cls->name : item.isNull() ? L"null" : typeName(item.kind());
  const wchar_t *element = list->cls->element;
  bool right = !wcscmp(element, L"BSTR") ? item.is(Kind::String) : item.o() && (!wcscmp(element, L"VARIANT") || !wcscmp(item.o()->cls->name, element));
  if (!right) refuse(std::wstring(list->cls->name) + L" cannot contain " + what + L".");
  if (!item.o()) return;
  if (isNamed(list, L"ProductCollection") && item.o()->text(L"Id").empty()) refuse(L"Product Id cannot be null or empty.");
  if (isNamed(list, L"PackingCollection") && item.o()->text(L"Id").empty()) refuse(L"Packing Id cannot be null or empty.");
}
int64_t listAdd(Obj *list, const Value &item, int64_t at) {
  refuseWrong(list, item);
  List &l = list->items();
  bool again = isNamed(list, L"RowCollection") || isNamed(list, L"StringCollection");
  if (item.o() && item.o()->parent == list && !again) refuse(std::wstring(list->cls->name) + L" cannot contain the same object twice.");
  if (item.o()) refuseEqual(list, item.o());
  if (at < 0 || at == (int64_t)l.items.size()) {
    l.items.push_back(item);
    at = (int64_t)l.items.size() - 1;
  } else {
    l.items.insert(l.items.begin() + at, item);
    l.keyed = false;
  }
  if (item.o()) adopt(item.o(), list);
  return at;
}
static void check(Obj *list, int64_t i) {
  if (i < 0 || i >= (int64_t)list->count()) throw NetError(Net::ArgumentOutOfRange, L"Заданный аргумент находится вне диапазона допустимых значений.\r\nИмя параметра: index", L"Specified argument was out of the range of valid values.\r\nParameter name: index");
}
static void refuseLazy(Obj *list) {
  if (list->list && list->list->lazy && isNamed(list, L"DocumentItemCollection")) throw NetError(Net::InvalidOperation, L"Внутренняя ошибка получения объекта доступа к серверу для загрузки строк документа.", L"Internal error getting the server access object to load document lines.");
}
void listRemoveAt(Obj *list, int64_t i) {
  check(list, i);
  List &l = list->items();
  Value v = l.items[i];
  if (v.o() && v.o()->parent == list) v.o()->parent = nullptr;
  l.items.erase(l.items.begin() + i);
  l.keyed = false;
}
int64_t listIndexOf(Obj *list, const Value &item) {
  if (!list->list) return -1;
  auto &items = list->items().items;
  for (size_t i = 0; i < items.size(); i++)
    if (item.o() ? items[i].o() == item.o() : items[i].is(Kind::String) && item.is(Kind::String) && items[i].s() == item.s()) return (int64_t)i;
  return -1;
}
static bool alike(const Value &a, const Value &b) {
  if (a.isText() || b.isText() || a.isNull() || b.isNull()) return a.s() == b.s() && a.isText() && b.isText();
  if (a.o() || b.o()) return a.o() == b.o();
  Value x;
  return convert(b, a.kind(), &x) && cultureText(a) == cultureText(x);
}
Value listFindBy(Obj *list, const Member *m, const Value &wanted) {
  refuseLazy(list);
  const Class *element = classOf(list->cls->element);
  std::wstring name = m->name + 6;
  if (name == L"FirstCellId") name = L"FirstStorageId";
  if (name == L"SecondCellId") name = L"SecondStorageId";
  const Member *p = element ? element->property(name) : nullptr;
  if (!p) throw NetError(Net::NotSupported, std::wstring(list->cls->name) + L"." + m->name + L" is not imitated by the stand-in");
  bool many = m->result.cls->isList;
  Ref found = many ? create(m->result.cls) : Ref();
  if (!list->list) return found.value();
  for (auto &v : list->items().items) {
    if (!alike(readProperty(v.o(), p), wanted)) continue;
    if (!many) return v;
    found->items().items.push_back(v);  // found ones stay their collection's
  }
  return found.value();
}

static Value add(Obj *o, Args &a) { refuseLazy(o); return Value::integer(listAdd(o, a[0])); }
static Value insert(Obj *o, Args &a) { listAdd(o, a[1], a[0].i()); return Value(); }
static Value removeItem(Obj *o, Args &a) {
  int64_t i = listIndexOf(o, a[0]);
  if (i < 0) refuse(std::wstring(o->cls->name) + L" does not contain the element.");
  listRemoveAt(o, i);
  return Value();
}
static Value removeAt(Obj *o, Args &a) { listRemoveAt(o, a[0].i()); return Value(); }
static Value clear(Obj *o, Args &) {
  while (o->count()) listRemoveAt(o, (int64_t)o->count() - 1);
  if (o->list) o->list->lazy = false;
  return Value();
}
static Value containsItem(Obj *o, Args &a) { return Value::boolean(listIndexOf(o, a[0]) >= 0); }
static Value indexOf(Obj *o, Args &a) { return Value::integer(listIndexOf(o, a[0])); }
static Value item(Obj *o, Args &a) {
  refuseLazy(o);
  check(o, a[0].i());
  return o->items().items[a[0].i()];
}
static Value count(Obj *o, Args &) { refuseLazy(o); return Value::integer((int64_t)o->count()); }
static Value no(Obj *, Args &) { return Value::boolean(false); }
static Value enumerator(Obj *, Args &) { return create(L"Enumerator").value(); }
static Value reverse(Obj *o, Args &) {
  if (o->list) std::reverse(o->list->items.begin(), o->list->items.end()), o->list->keyed = false;
  return Value();
}
static Register r1(L"Collection.Add", add), r2(L"Collection.Insert", insert), r3(L"Collection.Remove", removeItem), r4(L"Collection.RemoveAt", removeAt), r5(L"Collection.Clear", clear), r6(L"Collection.Contains", containsItem), r7(L"Collection.IndexOf", indexOf), r8(L"Collection.Item", item), r9(L"Collection.Count", count), r10(L"Collection.Count_2", count), r11(L"Collection.GetCnt", count), r12(L"Collection.IsReadOnly", no), r13(L"Collection.IsFixedSize", no), r14(L"Collection.IsSynchronized", no), r15(L"Collection.GetEnumerator", enumerator), r16(L"Collection.Reverse", reverse);

// ---- StringCollection

static Value toArray(Obj *o, Args &) { return Value::array(o->list ? o->items().items : std::vector<Value>()); }
static Register s1(L"StringCollection.ToArray", toArray), s2(L"StringCollection.CheckUnique", no);

// ---- FieldValueCollection: the additional fields of an object, or a set of its own

static Obj *face(Obj *bagOwner, Field &f) {
  if (!f.face) {
    Ref v = create(L"FieldValue");
    v->at(L"FieldName") = f.name;
    v->at(L"Value") = f.value;
    adopt(v.get(), bagOwner);
    f.face = v.get();
    f.face->keep();
  }
  return f.face;
}
static Obj *owner(Obj *o) { return o->fieldsOf ? o->fieldsOf : o; }
static Value fieldItem(Obj *o, Args &a) {
  Fields &b = o->bag();
  if (a[0].is(Kind::String)) {
    Field *f = b.find(a[0].s());
    return f ? b.valueOf(*f) : Value();
  }
  if (a[0].i() < 0 || a[0].i() >= (int64_t)b.list.size()) throw NetError(Net::ArgumentOutOfRange, L"Заданный аргумент находится вне диапазона допустимых значений.\r\nИмя параметра: index", L"Specified argument was out of the range of valid values.\r\nParameter name: index");
  return Value::object(face(owner(o), b.list[a[0].i()]));
}
static Value fieldCount(Obj *o, Args &) { return Value::integer((int64_t)o->bag().list.size()); }
static Value fieldAdd(Obj *o, Args &a) {
  Fields &b = o->bag();
  bool pair = a.size() == 2;
  if (!pair && !(a[0].o() && isNamed(a[0].o(), L"FieldValue"))) refuse(L"FieldValueCollection cannot contain this value.");
  Value name = pair ? a[0] : a[0].o()->at(L"FieldName");
  if (b.find(name.s())) refuse(contains(o, L"FieldName", name.s()));
  b.list.push_back({name, pair ? a[1] : Value(), pair ? nullptr : a[0].o()});
  if (!pair) a[0].o()->keep();
  return Value::integer((int64_t)b.list.size() - 1);
}
static Value fieldRemoveAt(Obj *o, Args &a) {
  fieldItem(o, a);
  o->bag().removeAt(a[0].i());
  return Value();
}
static int64_t fieldIndex(Obj *o, const Value &v) {
  Fields &b = o->bag();
  for (size_t i = 0; i < b.list.size(); i++)
    if (b.list[i].face && b.list[i].face == v.o()) return (int64_t)i;
  return -1;
}
static Value fieldIndexOf(Obj *o, Args &a) { return Value::integer(fieldIndex(o, a[0])); }
static Value fieldContains(Obj *o, Args &a) { return Value::boolean(fieldIndex(o, a[0]) >= 0); }
static Value fieldRemove(Obj *o, Args &a) {
  int64_t i = fieldIndex(o, a[0]);
  if (i < 0) refuse(L"FieldValueCollection does not contain the element.");
  o->bag().removeAt(i);
  return Value();
}
static Value fieldClear(Obj *o, Args &) {
  while (!o->bag().list.empty()) o->bag().removeAt(o->bag().list.size() - 1);
  return Value();
}
static Value fieldFind(Obj *o, Args &a) {
  Field *f = o->bag().find(a[0].s());
  return f ? Value::object(face(owner(o), *f)) : Value();
}
static Value fieldKnown(Obj *o, Args &a) { return Value::boolean(o->bag().find(a[0].s()) != nullptr); }
static Value fieldsEmpty(Obj *o, Args &) {
  for (auto &f : o->bag().list)
    if (!o->bag().valueOf(f).isNull()) return Value::boolean(false);
  return Value::boolean(true);
}
static Value yes(Obj *, Args &) { return Value::boolean(true); }
static Register f1(L"FieldValueCollection.Item", fieldItem), f2(L"FieldValueCollection.Add", fieldAdd), f3(L"FieldValueCollection.ContainsField", fieldKnown), f4(L"FieldValueCollection.FindByFieldName", fieldFind), f5(L"FieldValueCollection.IsEmptyAll", fieldsEmpty), f6(L"FieldValueCollection.CheckDublicates", yes);
static Value cloneField(Obj *o, Args &) { return copyOf(o).value(); }
static Register f7(L"FieldValue.Clone", cloneField);

/** The code of Collection's members for a FieldValueCollection, whose items are no objects until someone asks. */
Code fieldCollectionCode(const wchar_t *member) {
  static const struct { const wchar_t *name; Code code; } all[] = {{L"Item", fieldItem}, {L"Count", fieldCount}, {L"Count_2", fieldCount}, {L"GetCnt", fieldCount}, {L"Add", fieldAdd}, {L"RemoveAt", fieldRemoveAt}, {L"Remove", fieldRemove}, {L"IndexOf", fieldIndexOf}, {L"Contains", fieldContains}, {L"Clear", fieldClear}};
  for (auto &x : all)
    if (!wcscmp(x.name, member)) return x.code;
  return nullptr;
}

// ---- collections of declarations, found by name

static Value infoItem(Obj *o, Args &a) {
  if (!a[0].is(Kind::String)) return item(o, a);
  if (o->list)
    for (auto &v : o->items().items)
      if (sameName(v.o()->text(L"FieldName"), a[0].s())) return v;
  return Value();
}
static Value infoContains(Obj *o, Args &a) { return a[0].is(Kind::String) ? Value::boolean(!infoItem(o, a).isNull()) : containsItem(o, a); }
static Register i1(L"FieldInfoCollection.Item", infoItem), i2(L"FieldInfoCollection.Contains", infoContains);

static Value attachments(Obj *, Args &) { throw NetError(Net::NotSupported, L"Attachments are not imitated by the stand-in"); }
static Register d1(L"DocumentAttachmentCollection.Add", attachments);

// ---- RowCollection

static Value rowFirst(Obj *o, Args &a) {
  if (o->list)
    for (auto &v : o->items().items)
      if (alike(getField(v.o(), a[0]), a[1])) return v;
  return Value();
}
static Value rowFind(Obj *o, Args &a) {
  Ref r = create(L"RowCollection");
  if (o->list)
    for (auto &v : o->items().items)
      if (alike(getField(v.o(), a[0]), a[1])) r->items().items.push_back(v);
  return r.value();
}
static Register w1(L"RowCollection.FindFirstByField", rowFirst), w2(L"RowCollection.Find", rowFirst), w3(L"RowCollection.FindByField", rowFind);
