#include "accessors.h"

#include "errors.h"
#include "schema.h"
#include "xml.h"

struct Accessor : State {
  Base *base = nullptr;
  std::wstring name;                 // of the table, or the warehouse's id
  std::shared_ptr<const Rows> rows;  // as they were when they were first asked for
  bool uploading = false;
  std::shared_ptr<Rows> pending;     // the table's rows while they are uploaded
  std::unordered_map<std::wstring, size_t> byKey;  // of pending: by the fields of the key, else by uid
  std::unordered_set<std::wstring> uids;
  bool updated = false;              // a row of a table without a key was updated in this upload
  ~Accessor() override {
    if (uploading) base->uploading.erase(name);
  }
};
static Accessor &stateOf(Obj *o) {
  if (!o->state) o->state = std::make_unique<Accessor>();
  return *static_cast<Accessor *>(o->state.get());
}

// ---- tables

static Obj *infoOf(Accessor &a) {
  Obj *info = a.base ? a.base->tableInfo(a.name) : nullptr;
  if (!info) throw NetError(Net::Exception, L"Таблица с именем '" + a.name + L"' не найдена.", L"A table named '" + a.name + L"' was not found.");
  return info;
}
static Value unset(Kind k) { return k == Kind::String ? Value::text(L"") : defaultOf(k); }
[[noreturn]] static void badFormat() { throw NetError(Net::Format, L"Входная строка имела неверный формат.", L"Input string was not in a correct format."); }
/** A number as an SQL column keeps it: a double's 15 digits, whatever its type. */
static Value fifteenDigits(const Value &v) {
  if (!v.is(Kind::Decimal) && !v.is(Kind::R8)) return v;
  double d = v.is(Kind::R8) ? v.d() : wcstod(decimalText(v.dec(), '.').c_str(), nullptr);
  wchar_t digits[40];
  swprintf(digits, 40, L"%.15g", d);
  if (v.is(Kind::R8)) return Value::real(wcstod(digits, nullptr));
  Decimal x;
  return parseDecimal(digits, '.', true, &x) ? Value::decimal(x) : v;
}
/** A field's value in its column's type. */
static Value columnValue(Obj *column, const Value &v) {
  Kind k = kindOfTypeName(column->text(L"FieldType"));
  if (v.isNull() || v.is(Kind::DbNull)) return Value();
  if (k == Kind::Null) return v;
  if (k != Kind::String && v.is(Kind::String) && v.s().empty()) badFormat();
  if (k == Kind::Bool && v.is(Kind::String) && !sameName(v.s(), L"true") && !sameName(v.s(), L"false") && v.s() != L"0" && v.s() != L"1") throw NetError(Net::Format, L"Строка не распознана как действительное логическое значение.", L"String was not recognized as a valid Boolean.");
  try {
    return fifteenDigits(declaredValue(column->text(L"FieldName"), k, v));
  } catch (const NetError &) {
    badFormat();
  }
}
/** A row as the table keeps it: its declared columns alone, each in its declared type; one that was not sent as it was. */
static Ref stored(Obj *row, Obj *info, Obj *before = nullptr) {
  Ref r(new Obj(row->cls));
  r->at(L"Uid") = before ? before->at(L"Uid") : row->text(L"Uid").empty() ? Value::text(newGuid()) : row->at(L"Uid");
  Obj *columns = info->child(L"Fields");
  if (!columns->list) return r;
  for (auto &c : columns->list->items) {
    std::wstring_view name = c.o()->text(L"FieldName");
    Field *f = row->fields ? row->fields->find(name) : nullptr;
    Field *was = before && before->fields ? before->fields->find(name) : nullptr;
    Value v = f ? columnValue(c.o(), row->fields->valueOf(*f)) : was ? was->value : unset(kindOfTypeName(c.o()->text(L"FieldType")));
    r->bag().list.push_back({c.o()->at(L"FieldName"), v, nullptr});
  }
  return r;
}
/** Whether a table has fields that make up a key; without one, the uid is it. */
static bool hasKey(Obj *info) {
  Obj *columns = info->child(L"Fields");
  if (columns->list)
    for (auto &c : columns->list->items)
      if (c.o()->at(L"IsSQLKeyIndex").i()) return true;
  return false;
}
static std::wstring keyOf(Obj *stored, Obj *info) {
  if (!hasKey(info)) return std::wstring(stored->text(L"Uid"));
  std::wstring key;
  for (auto &c : info->child(L"Fields")->list->items) {
    if (!c.o()->at(L"IsSQLKeyIndex").i()) continue;
    const Value &v = stored->fields->find(c.o()->text(L"FieldName"))->value;
    if (v.isNull()) throw NetError(Net::Exception, L"constraint failed\r\nNOT NULL constraint failed: " + std::wstring(c.o()->text(L"FieldName")));
    std::wstring text = cultureText(v);
    key += std::to_wstring(text.size()) + L":" + text;
  }
  return key;
}
Ref tableAccessor(Base *b, const Value &name) {
  if (name.isNull()) throw NetError(Net::ArgumentNull, L"Значение не может быть неопределенным.\r\nИмя параметра: key", L"Value cannot be null.\r\nParameter name: key");
  Ref r = create(L"TableAccessor");
  stateOf(r.get()).base = b;
  stateOf(r.get()).name = name.s();
  return r;
}
static const Rows &rowsOf(Obj *o) {
  Accessor &a = stateOf(o);
  if (!a.rows) {
    Obj *info = infoOf(a);
    Rows rows;
    for (auto &r : *a.base->table(a.name)) rows.push_back(stored(r.o(), info).value());
    a.rows = std::make_shared<const Rows>(std::move(rows));
  }
  return *a.rows;
}
static void begun(Accessor &a) {
  infoOf(a);
  if (!a.uploading) throw NetError(Net::Exception, L"Обновление данных таблицы еще не начато. Для запуска обновления вызовите соотвествующую функцию Begin.", L"The table data update has not started yet. To start the update, call the corresponding function Begin.");
}
/** What was uploaded stays, whatever way the upload ends. */
static void close(Accessor &a) {
  if (!a.uploading) return;
  a.base->uploading.erase(a.name);
  a.base->saveTable(a.name, std::move(*a.pending));
  a.uploading = false;
  a.pending.reset();
  a.byKey.clear();
  a.uids.clear();
}
static Value begin(Obj *o, Args &args) {
  Accessor &a = stateOf(o);
  infoOf(a);
  if (a.base->uploading.count(a.name)) throw NetError(Net::Exception, L"Обновление данных таблицы уже начато. Закончите текущий процесс обновления и повторите попытку.", L"The table data update has already started. Finish the current update and try again.");
  if (args[0].i()) a.base->saveTable(a.name, {});  // the old rows go at once, and a reset does not bring them back
  a.pending = std::make_shared<Rows>(*a.base->table(a.name));
  a.base->uploading[a.name] = a.pending;
  a.uploading = true;
  a.updated = false;
  Obj *info = infoOf(a);
  for (auto &r : *a.pending) {
    r = stored(r.o(), info).value();
    a.byKey.emplace(keyOf(r.o(), info), a.byKey.size());
    a.uids.insert(std::wstring(r.o()->text(L"Uid")));
  }
  return Value();
}
/** Whether a row says all of its table's key. */
static bool saysKey(Obj *row, Obj *info) {
  for (auto &c : info->child(L"Fields")->list->items)
    if (c.o()->at(L"IsSQLKeyIndex").i() && !(row->fields && row->fields->find(c.o()->text(L"FieldName")))) return false;
  return true;
}
/** A field that a row has twice is an error of SQL. */
static void refuseTwice(Obj *row) {
  if (!row->fields) return;
  auto &list = row->fields->list;
  for (size_t i = 1; i < list.size(); i++)
    for (size_t j = 0; j < i; j++)
      if (sameName(list[i].name.s(), list[j].name.s())) throw NetError(Net::Exception, L"SQL logic error\r\nduplicate column name: " + std::wstring(list[i].name.s()));
}
/** A portion of rows: all of it, or nothing. */
struct Portion {
  std::vector<std::pair<size_t, Value>> was;  // rows that it changed, as they were
  size_t count = 0;                           // of rows before it
};
/**
 * A row whose key is known updates that row: the place, the uid and what was not sent stay. One whose uid alone is known
 * is lost without an error, and so is one that leaves out a part of the key, and every update but the first of an upload
 * where the uid is the key, as observed.
 */
static void put(Accessor &a, Obj *row, Obj *info, Portion &portion) {
  refuseTwice(row);
  Ref r = stored(row, info);
  std::wstring key = keyOf(r.get(), info);
  auto known = a.byKey.find(key);
  if (known != a.byKey.end()) {
    bool lost = hasKey(info) ? !saysKey(row, info) : a.updated;
    a.updated = true;
    if (lost) return;
    Value &place = (*a.pending)[known->second];
    portion.was.emplace_back(known->second, place);
    place = stored(row, info, place.o()).value();
  } else if (a.uids.insert(std::wstring(r->text(L"Uid"))).second) {
    a.byKey.emplace(std::move(key), a.pending->size());
    a.pending->push_back(r.value());
  }
}
static void undo(Accessor &a, Portion &portion) {
  for (size_t i = portion.was.size(); i--;) (*a.pending)[portion.was[i].first] = portion.was[i].second;
  a.pending->resize(portion.count);
}
static Value upload(Obj *o, Args &args) {
  Accessor &a = stateOf(o);
  begun(a);
  Portion portion;
  portion.count = a.pending->size();
  try {
    if (!args[0].o()) throw NullReference();
    Obj *info = infoOf(a);
    if (args[0].o()->list)
      for (auto &v : args[0].o()->list->items) put(a, v.o(), info, portion);
  } catch (const NetError &) {
    undo(a, portion);
    close(a);
    throw;
  }
  return Value();
}
static Value end(Obj *o, Args &) {
  Accessor &a = stateOf(o);
  begun(a);
  close(a);
  return Value();
}
static Value reset(Obj *o, Args &) {
  Accessor &a = stateOf(o);
  close(a);
  return Value();
}
static Value tableName(Obj *o, Args &) { return Value::text(stateOf(o).name); }
static Value tableCount(Obj *o, Args &) { return Value::integer((int64_t)rowsOf(o).size()); }
static Value tableItem(Obj *o, Args &args) {
  const Rows &rows = rowsOf(o);
  int64_t i = args[0].i();
  return i >= 0 && i < (int64_t)rows.size() ? copyOf(rows[i].o()).value() : Value();
}
static bool alike(Obj *row, const Value &name, const Value &wanted) {
  Value v = getField(row, name), x;
  return !v.isNull() && convert(wanted, v.kind(), &x) && cultureText(v) == cultureText(x);
}
static Value findFirst(Obj *o, Args &args) {
  for (auto &r : rowsOf(o))
    if (alike(r.o(), args[0], args[1])) return copyOf(r.o()).value();
  return Value();
}
static Value find(Obj *o, Args &args) {
  Rows found;
  for (auto &r : rowsOf(o))
    if (alike(r.o(), args[0], args[1])) found.push_back(r);
  Ref t = create(L"TableAccessor");
  Accessor &to = stateOf(t.get());
  to.base = stateOf(o).base;
  to.name = stateOf(o).name;
  to.rows = std::make_shared<const Rows>(std::move(found));
  return t.value();
}
static Value clearRows(Obj *o, Args &) {
  stateOf(o).rows = std::make_shared<const Rows>();
  return Value();
}
static Value nothing(Obj *, Args &) { return Value(); }
static Register t1(L"TableAccessor.Name", tableName), t2(L"TableAccessor.Count", tableCount), t3(L"TableAccessor.Item", tableItem), t4(L"TableAccessor.BeginUpload", begin), t5(L"TableAccessor.Upload", upload), t6(L"TableAccessor.EndUpload", end), t7(L"TableAccessor.ResetUpload", reset), t8(L"TableAccessor.FindFirstByField", findFirst), t9(L"TableAccessor.FindByField", find), t10(L"TableAccessor.CommitChanges", nothing), t11(L"TableAccessor.UndoChanges", nothing), t12(L"TableAccessor.Clear", clearRows);

// ---- cells

static void warehouse(Base *b, const std::wstring &id) {
  Obj *list = b->warehouses();
  if (list->list)
    for (auto &v : list->list->items)
      if (v.o()->text(L"Id") == id) return;
  throw NetError(Net::Exception, L"Склад с указанным Id='" + id + L"' не найден.", L"The warehouse with Id='" + id + L"' was not found.");
}
static std::wstring upper(std::wstring_view s) {
  std::wstring r(s);
  CharUpperBuffW(r.data(), (DWORD)r.size());
  return r;
}
/** Cells as they come back: with NameUC, every field that one of them has, and OriginalIndex. */
static Rows decorated(const Rows &cells) {
  std::vector<Value> names;
  for (auto &c : cells)
    if (c.o()->fields)
      for (auto &f : c.o()->fields->list) {
        bool known = f.name.s() == L"NameUC" || f.name.s() == L"OriginalIndex";
        for (auto &n : names) known = known || sameName(n.s(), f.name.s());
        if (!known) names.push_back(f.name);
      }
  Rows r;
  int64_t index = 0;
  for (auto &c : cells) {
    Ref x = copyOf(c.o());
    Fields old = {};
    std::swap(old.list, x->bag().list);
    auto &to = x->bag().list;
    to.push_back({Value::text(L"NameUC"), Value::text(upper(x->text(L"Name"))), nullptr});
    for (auto &n : names) {
      Field *f = old.find(n.s());
      to.push_back({n, f ? f->value : Value::text(L""), nullptr});
    }
    to.push_back({Value::text(L"OriginalIndex"), Value::integer(index++), nullptr});
    r.push_back(x.value());
  }
  return r;
}
Ref cellsAccessor(Base *b, const Value &w) {
  std::wstring id(w.s());
  warehouse(b, id);
  Ref r = create(L"CellsAccessor");
  Accessor &a = stateOf(r.get());
  a.base = b;
  a.name = id;
  a.rows = std::make_shared<const Rows>(decorated(*b->cells(id)));
  return r;
}
void notBegunCells() { throw NetError(Net::Exception, L"Выгрузка ячеек не начата или прервана с ошибкой. Для начала выгрузки следует вызвать BeginUploadCells.", L"The upload of cells has not started or was interrupted by an error. Call BeginUploadCells to start it."); }
void beginCells(Base *b, CellUpload &u, const Value &w, bool overwrite) {
  std::wstring id(w.s());
  if (u.open) throw NetError(Net::Exception, L"Выгрузка ячеек уже начата. Закончите предыдущую сессию выгрузки.", L"The upload of cells has already started. Finish the previous upload session.");
  warehouse(b, id);
  u.warehouse = id;
  u.rows = overwrite ? Rows() : *b->cells(id);
  for (auto &r : u.rows) u.byBarcode.emplace(r.o()->text(L"Barcode"), u.byBarcode.size());
  u.open = true;
}
/** A cell's barcode is its key in the warehouse: a known one replaces that cell where it stands. */
static void put(CellUpload &u, Obj *cell) {
  const Value &barcode = cell->at(L"Barcode");
  if (barcode.isNull()) throw NetError(Net::ArgumentNull, L"Значение не может быть неопределенным.\r\nИмя параметра: key", L"Value cannot be null.\r\nParameter name: key");
  auto known = u.byBarcode.emplace(barcode.s(), u.rows.size());
  if (known.second) u.rows.push_back(copyOf(cell).value());
  else u.rows[known.first->second] = copyOf(cell).value();
}
void uploadCells(CellUpload &u, Obj *cells) {
  if (!u.open) notBegunCells();
  try {
    if (!cells) throw NullReference();
    if (cells->list)
      for (auto &v : cells->list->items) put(u, v.o());
  } catch (const NetError &) {
    u = CellUpload();
    throw;
  }
}
void endCells(Base *b, CellUpload &u) {
  if (!u.open) notBegunCells();
  b->saveCells(u.warehouse, std::move(u.rows));
  u = CellUpload();
}
static Value cellCount(Obj *o, Args &) { return Value::integer((int64_t)stateOf(o).rows->size()); }
static Value cellItem(Obj *o, Args &args) {
  const Rows &rows = *stateOf(o).rows;
  int64_t i = args[0].i();
  return i >= 0 && i < (int64_t)rows.size() ? copyOf(rows[i].o()).value() : Value();
}
static Value cellWarehouse(Obj *o, Args &) { return Value::text(stateOf(o).name); }
static Register c1(L"CellsAccessor.Count", cellCount), c2(L"CellsAccessor.Item", cellItem), c3(L"CellsAccessor.WarehouseId", cellWarehouse);

bool writeAccessor(std::wstring &out, Obj *o, const wchar_t *name) {
  bool table = !wcscmp(o->cls->name, L"TableAccessor");
  if (!table && wcscmp(o->cls->name, L"CellsAccessor")) return false;
  const Rows &rows = table ? rowsOf(o) : *stateOf(o).rows;
  out += L" count=\"" + std::to_wstring(rows.size()) + L"\"";
  if (table && rows.empty()) {
    out += L" />";
    return true;
  }
  out += L">";
  for (auto &r : rows) writeElement(out, r.o(), r.o()->cls->name, false);
  if (!table) out += L"<CellTemplates count=\"0\" />";
  out += L"</" + std::wstring(name) + L">";
  return true;
}
