// TerminalConnector: a driver of the 1C standard over StorageConnector, by its documentation alone. Its members answer
// false where they fail and tell the reason when they are asked for it.
#include <algorithm>

#include "connector.h"
#include "errors.h"

struct Terminal : State {
  Ref storage;                         // what it works through
  std::wstring device, error;
  bool products = false;               // an upload of products is under way
  Ref accessor;                        // of the table that is uploaded
  std::wstring table;
  bool overwrite = false, fullText = false;
  std::vector<std::wstring> columns;
  std::vector<Ref> pending;            // products, in the order in which they came first
  std::unordered_map<std::wstring, size_t> byId;
};
static Terminal &terminal(Obj *o) {
  if (!o->state) o->state = std::make_unique<Terminal>();
  return *static_cast<Terminal *>(o->state.get());
}

/** Calls a member of an object of ours by its English name. */
static Value ask(Obj *o, const wchar_t *member, Args args) {
  std::wstring key;
  for (const wchar_t *p = member; *p; p++) key += lower(*p);
  for (auto m : o->cls->names[o->cls->byName.at(key)].members)
    if (m->get && m->args.size() == args.size()) return m->get(o, args);
  throw NetError(Net::NotSupported, member);
}
static Terminal &connected(Obj *o) {
  Terminal &t = terminal(o);
  if (!t.storage) throw NetError(Net::Exception, L"Соединение с базой Mobile SMARTS не установлено.", L"There is no connection to a Mobile SMARTS database.");
  return t;
}
static void end(Terminal &t) {
  t.products = false;
  t.accessor = Ref();
  t.columns.clear();
  t.pending.clear();
  t.byId.clear();
}
static const std::vector<Value> &array(const Value &v) {
  if (!v.is(Kind::Array)) throw ArgumentError(L"Ожидался массив.", L"An array was expected.");
  return v.items();
}

static Value open(Obj *o, Args &a) {
  Terminal &t = terminal(o);
  const std::vector<Value> &connection = array(a[0]);
  if (connection.empty()) throw ArgumentError(L"Массив подключения пуст.", L"The array of the connection is empty.");
  Ref storage = create(L"StorageConnector");
  ask(storage.get(), L"SelectCurrentApp", {connection[0]});
  t.storage = storage;
  end(t);
  static int number = 0;
  t.device = L"MS-" + std::to_wstring(++number);
  a[1] = Value::text(t.device);
  return Value();
}
static Value close(Obj *o, Args &a) {
  Terminal &t = connected(o);
  if (a[0].s() != t.device) throw NetError(Net::Exception, L"Устройство '" + std::wstring(a[0].s()) + L"' не подключено.", L"The device '" + std::wstring(a[0].s()) + L"' is not connected.");
  end(t);
  t.storage = Ref();
  return Value();
}

// ---- what both uploads share

static void begin(Terminal &t, const Value &fields) {
  if (t.products || t.accessor) throw NetError(Net::Exception, L"Выгрузка уже начата.", L"An upload has already been started.");
  std::vector<std::wstring> columns;
  for (auto &f : array(fields)) {
    if (!f.is(Kind::String) || f.s().empty()) throw ArgumentError(L"Имя поля не задано.", L"The name of a field is not set.");
    columns.emplace_back(f.s());
  }
  if (columns.empty()) throw ArgumentError(L"Не задано ни одного поля.", L"There is no field.");
  t.columns = columns;
}
static const std::vector<Value> &row(Terminal &t, bool begun, const Value &values) {
  if (!begun) throw NetError(Net::Exception, L"Выгрузка не начата.", L"No upload has been started.");
  const std::vector<Value> &items = array(values);
  if (items.size() != t.columns.size()) throw ArgumentError(L"Значений " + std::to_wstring(items.size()) + L", а полей " + std::to_wstring(t.columns.size()) + L".", L"The number of values is not that of the fields.");
  return items;
}
static bool declares(Obj *owner, std::wstring_view field) {
  Obj *fields = owner->child(L"Fields");
  if (!fields->list) return false;
  for (auto &f : fields->list->items)
    if (sameName(f.o()->text(L"FieldName"), field)) return true;
  return false;
}
[[noreturn]] static void unknown(const std::wstring &column) {
  throw NetError(Net::Exception, L"Поле '" + column + L"' не найдено.", L"The field '" + column + L"' was not found.");
}

// ---- products

static const wchar_t kProduct[] = L"Product.", kPacking[] = L"Packing.";
static bool is(const std::wstring &column, const wchar_t *prefix) { return sameName(std::wstring_view(column).substr(0, 8), prefix); }

static Value beginProducts(Obj *o, Args &a) {
  Terminal &t = connected(o);
  begin(t, a[0]);
  Obj *schema = selected(t.storage.get())->environment()->child(L"ProductSchema");
  bool id = false;
  for (auto &column : t.columns) {
    const Class *cls = classOf(is(column, kPacking) ? L"Packing" : L"Product");
    std::wstring field = column.substr(std::min<size_t>(8, column.size()));
    if ((!is(column, kProduct) && !is(column, kPacking)) || (!cls->property(field) && !declares(schema, field))) {
      std::wstring bad = column;
      end(t);
      unknown(bad);
    }
    id = id || sameName(column, L"Product.Id");
  }
  if (!id) {
    end(t);
    throw ArgumentError(L"Нет поля Product.Id.", L"There is no field Product.Id.");
  }
  t.products = true;
  t.overwrite = a[1].i();
  t.fullText = a[2].i();
  return Value();
}
static void set(Obj *o, const std::wstring &field, const Value &v) {
  const Member *m = o->cls->property(field);
  if (m) writeProperty(o, m, v);
  else setField(o, Value::text(field), v);
}
static Value addProduct(Obj *o, Args &a) {
  Terminal &t = connected(o);
  const std::vector<Value> &values = row(t, t.products, a[0]);
  Ref product = create(L"Product"), packing = create(L"Packing");
  bool packed = false;
  for (size_t i = 0; i < values.size(); i++) {
    if (values[i].isNull()) continue;
    bool ofPacking = is(t.columns[i], kPacking);
    packed = packed || ofPacking;
    set(ofPacking ? packing.get() : product.get(), t.columns[i].substr(8), values[i]);
  }
  std::wstring id(product->text(L"Id"));
  if (id.empty()) throw ArgumentError(L"Идентификатор товара не задан.", L"The id of a product is not set.");
  auto known = t.byId.emplace(id, t.pending.size());
  if (known.second) t.pending.push_back(product);
  if (packed) listAdd(t.pending[known.first->second]->child(L"Packings"), packing.value());
  return Value();
}
static Value endProducts(Obj *o, Args &) {
  Terminal &t = connected(o);
  if (!t.products) throw NetError(Net::Exception, L"Выгрузка не начата.", L"No upload has been started.");
  Obj *storage = t.storage.get();
  ask(storage, L"BeginUploadProducts", {Value::boolean(true), Value::boolean(t.overwrite), Value::boolean(t.fullText)});
  Ref all = create(L"ProductCollection");
  for (auto &p : t.pending) listAdd(all.get(), p.value());
  ask(storage, L"UploadProducts", {all.value()});
  ask(storage, L"EndUploadProducts", {});
  end(t);
  return Value();
}

// ---- tables

static Value beginTable(Obj *o, Args &a) {
  Terminal &t = connected(o);
  begin(t, a[0]);
  Base *b = selected(t.storage.get());
  std::wstring name(a[1].s());
  Obj *info = b->tableInfo(name);
  std::vector<std::wstring> columns;
  columns.swap(t.columns);
  if (!info) throw NetError(Net::Exception, L"Таблица с именем '" + name + L"' не найдена.", L"A table named '" + name + L"' was not found.");
  for (auto &column : columns)
    if (!declares(info, column)) unknown(column);
  Ref accessor = tableAccessor(b, a[1]);
  ask(accessor.get(), L"BeginUpload", {a[2]});
  t.columns.swap(columns);
  t.accessor = accessor;
  return Value();
}
static Value addRow(Obj *o, Args &a) {
  Terminal &t = connected(o);
  const std::vector<Value> &values = row(t, (bool)t.accessor, a[0]);
  Ref rows = create(L"RowCollection"), one = create(L"Row");
  for (size_t i = 0; i < values.size(); i++)
    if (!values[i].isNull()) setField(one.get(), Value::text(t.columns[i]), values[i]);
  listAdd(rows.get(), one.value());
  ask(t.accessor.get(), L"Upload", {rows.value()});
  return Value();
}
static Value endTable(Obj *o, Args &) {
  Terminal &t = connected(o);
  if (!t.accessor) throw NetError(Net::Exception, L"Выгрузка не начата.", L"No upload has been started.");
  ask(t.accessor.get(), L"EndUpload", {});
  end(t);
  return Value();
}

// ---- the driver's manner

template <Code F> static Value driven(Obj *o, Args &a) {
  terminal(o).error.clear();
  try {
    F(o, a);
    return Value::boolean(true);
  } catch (const NetError &e) {
    terminal(o).error = e.text;
    return Value::boolean(false);
  }
}
static Value lastError(Obj *o, Args &a) {
  a[0] = Value::text(terminal(o).error);
  return Value::integer(terminal(o).error.empty() ? 0 : 1);
}
static Value version(Obj *, Args &) { return Value::text(L"2.6.0.1"); }
static Register t1(L"TerminalConnector.Open", driven<open>), t2(L"TerminalConnector.Close", driven<close>), t3(L"TerminalConnector.GetLastError", lastError), t4(L"TerminalConnector.GetVersion", version), t5(L"TerminalConnector.BeginUploadProducts", driven<beginProducts>), t6(L"TerminalConnector.AddProductToUpload", driven<addProduct>), t7(L"TerminalConnector.EndUploadProducts", driven<endProducts>), t8(L"TerminalConnector.BeginUploadTable", driven<beginTable>), t9(L"TerminalConnector.AddRowToUploadTable", driven<addRow>), t10(L"TerminalConnector.EndUploadTable", driven<endTable>);
