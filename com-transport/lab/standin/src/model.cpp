#include "model.h"

#include <cstring>

#include "control.h"
#include "errors.h"
#include "schema.h"
#include "xml.h"

struct ClassRow { const wchar_t *name, *base, *progid, *clsid, *manner, *element, *noctor; };
static const ClassRow kClasses[] = {
#include "classes.inc"
};
struct MemberRow { const wchar_t *cls, *name, *kind, *args, *result, *alias, *flags; };
static const MemberRow kMembers[] = {
#include "members.inc"
};

Code fieldCollectionCode(const wchar_t *member);

std::atomic<int> g_live, g_highest, g_foreignReleases;
static std::atomic<uint32_t> g_serial;

static std::unordered_map<std::wstring, std::pair<Code, Code>> &registry() {
  static std::unordered_map<std::wstring, std::pair<Code, Code>> r;
  return r;
}
Register::Register(const wchar_t *name, Code get, Code put) { registry()[name] = {get, put}; }

// ---- classes

static std::vector<Class *> g_classes;
static std::unordered_map<std::wstring_view, Class *> g_byName;
const std::vector<Class *> &allClasses() { return g_classes; }
const Class *classOf(std::wstring_view name) {
  auto f = g_byName.find(name);
  return f == g_byName.end() ? nullptr : f->second;
}
const Class *classOfClsid(const CLSID &id) {
  for (Class *c : g_classes) {
    CLSID x;
    if (c->clsid[0] && SUCCEEDED(CLSIDFromString(c->clsid, &x)) && x == id) return c;
  }
  return nullptr;
}
static std::wstring folded(std::wstring_view s) {
  std::wstring r(s);
  for (wchar_t &c : r) c = lower(c);
  return r;
}
static std::vector<std::wstring_view> split(std::wstring_view s, wchar_t by) {
  std::vector<std::wstring_view> r;
  while (!s.empty()) {
    size_t n = s.find(by);
    r.push_back(s.substr(0, n));
    if (n == std::wstring_view::npos) break;
    s.remove_prefix(n + 1);
  }
  return r;
}
static const wchar_t *lasting(std::wstring_view s) { return (new std::wstring(s))->c_str(); }
static Type typeOf(std::wstring_view n) {
  if (!n.empty() && n.back() == '&') {
    Type t = typeOf(n.substr(0, n.size() - 1));
    t.byRef = true;
    return t;
  }
  static const struct { const wchar_t *name; Kind kind; } kinds[] = {{L"BSTR", Kind::String}, {L"VARIANT_BOOL", Kind::Bool}, {L"I4", Kind::I4}, {L"I8", Kind::I8}, {L"R4", Kind::R4}, {L"R8", Kind::R8}, {L"DATE", Kind::Date}, {L"DECIMAL", Kind::Decimal}, {L"TimeSpan", Kind::TimeSpan}, {L"Length", Kind::TimeSpan}};
  static const wchar_t *enums[] = {L"CreatedBy", L"RoleUserGroup", L"Security.RoleUserGroup", L"DocumentProductsSavingMode", L"ExtendedProductSearchMode", L"ConnectorState", L"AppModeView", L"LabelTypes", L"EventType", L"DeviceType", L"TypeCode"};
  Type t;
  t.name = lasting(n);
  for (auto &k : kinds)
    if (n == k.name) { t.kind = k.kind; return t; }
  for (auto e : enums)
    if (n == e) { t.kind = Kind::I4; t.isEnum = true; return t; }
  if (n == L"VARIANT") { t.anything = true; return t; }
  if (n == L"void" || n.empty()) return t;
  t.kind = Kind::Object;
  t.cls = classOf(n);
  return t;
}
static Value defaultText(const Type &t, std::wstring_view s) {
  if (t.kind == Kind::String) return Value::text(s);
  if (t.kind == Kind::Bool) return Value::boolean(s == L"True");
  if (t.kind == Kind::R8) return Value::real(wcstod(std::wstring(s).c_str(), nullptr));
  return Value::integer(_wtoi64(std::wstring(s).c_str()), t.kind);
}
static void addMember(Class *c, const MemberRow &row) {
  Member *m = new Member();
  m->name = row.name;
  m->alias = row.alias;
  m->property = !wcscmp(row.kind, L"property");
  m->slot = -1;
  for (auto a : split(row.args, ',')) m->args.push_back(typeOf(a));
  m->result = typeOf(row.result);
  std::wstring_view flags = row.flags;
  bool stored = false;
  const wchar_t *equals = wcschr(row.flags, '=');
  if (equals) flags = flags.substr(0, equals - row.flags);
  for (auto f : split(flags, ' ')) {
    if (f == L"ro") m->readOnly = true;
    if (f == L"stored") stored = true;
    if (f == L"xml") m->hidden = true;
    if (f == L"new") m->owned = true;
    if (f == L"unset") m->unset = true;
    if (f == L"null") m->nullable = true;
  }
  auto code = registry().find(std::wstring(c->name) + L"." + row.name);  // a class may have code of its own for what it extends
  if (code == registry().end()) code = registry().find(std::wstring(row.cls) + L"." + row.name);
  m->findBy = code == registry().end() && m->args.size() == 1 && !wcsncmp(row.name, L"FindBy", 6) && m->result.cls && c->isList;
  if (code != registry().end()) { m->get = code->second.first; m->put = code->second.second; }
  if (!wcscmp(c->name, L"FieldValueCollection") && !wcscmp(row.cls, L"Collection"))
    if (Code code = fieldCollectionCode(row.name)) m->get = code;
  if (stored) {
    m->slot = (int)c->defaults.size();
    c->defaults.push_back(equals ? defaultText(m->result, equals + 1) : m->result.kind == Kind::Object ? Value() : defaultOf(m->result.kind));
    c->slotMembers.push_back(m);
  }
  std::wstring key = folded(row.name);
  auto f = c->byName.find(key);
  if (f == c->byName.end()) {
    f = c->byName.emplace(key, (int)c->names.size()).first;
    c->names.push_back({row.name, L"", {}});
  }
  Name &n = c->names[f->second];
  if (row.alias[0]) {
    n.alias = row.alias;
    c->byAlias[folded(row.alias)] = f->second;
  }
  // a class of its own says anew what the one it extends says
  if (!n.members.empty() && n.members[0]->args.size() == m->args.size() && n.members[0]->property && m->property && n.members[0]->args.empty()) n.members.clear();
  n.members.push_back(m);
}
static void addMembers(Class *c, const Class *from) {
  if (from->base) addMembers(c, from->base);
  for (auto &row : kMembers)
    if (!wcscmp(row.cls, from->name)) addMember(c, row);
}
void buildClasses() {
  for (auto &row : kClasses) {
    Class *c = new Class();
    c->name = row.name;
    c->progid = row.progid;
    c->clsid = row.clsid;
    c->manner = !wcscmp(row.manner, L"collection") ? Manner::Collection : !wcscmp(row.manner, L"ordinary") ? Manner::Ordinary : Manner::Own;
    c->element = row.element;
    c->creatable = !row.noctor[0] && row.clsid[0];
    c->fullName = std::wstring(!wcsncmp(row.progid, L"Cleverence.Infra", 16) ? L"Cleverence.Infrastructure." : !wcsncmp(row.progid, L"SmartsBridge", 12) ? L"SmartsBridge." : L"Cleverence.Warehouse.") + row.name;
    g_classes.push_back(c);
    g_byName[c->name] = c;
  }
  for (size_t i = 0; i < g_classes.size(); i++) g_classes[i]->base = classOf(kClasses[i].base);
  const Class *collection = classOf(L"Collection");
  for (Class *c : g_classes) {
    c->isList = c->is(collection);
    addMembers(c, c);
    auto f = c->byName.find(L"item");
    c->itemName = f == c->byName.end() ? -1 : f->second;
  }
  buildShapes();
}
const Member *Class::property(std::wstring_view name) const {
  std::wstring key = folded(name);
  auto f = byName.find(key);
  if (f == byName.end()) {
    f = byAlias.find(key);
    if (f == byAlias.end()) return nullptr;
  }
  for (auto m : names[f->second].members)
    if (m->property && m->args.empty()) return m;
  return nullptr;
}
int Class::slot(std::wstring_view name) const {
  for (size_t i = 0; i < slotMembers.size(); i++)
    if (name == slotMembers[i]->name) return (int)i;
  return -1;
}

// ---- objects

Obj::Obj(const Class *c) : cls(c), thread(GetCurrentThreadId()), serial(++g_serial) {
  size_t n = c->defaults.size();
  if (n) {
    slots.reset(new Value[n]);
    for (size_t i = 0; i < n; i++) slots[i] = c->defaults[i];
  }
}
Obj::~Obj() {
  if (list)
    for (auto &v : list->items)
      if (v.o() && v.o()->parent == this) v.o()->parent = nullptr;
  for (size_t i = 0; i < cls->defaults.size(); i++)
    if (slots[i].o() && slots[i].o()->parent == this) slots[i].o()->parent = nullptr;
  if (fieldsOf) fieldsOf->drop();
}
Value &Obj::at(std::wstring_view property) {
  int i = cls->slot(property);
  if (i < 0) throw NetError(Net::NotSupported, std::wstring(cls->name) + L"." + std::wstring(property) + L" is not kept by the stand-in");
  return slots[i];
}
Obj *Obj::childAt(int i) {
  Value &v = slots[i];
  if (!v.o()) {
    const Class *c = cls->slotMembers[i]->result.cls;
    v = create(c).value();
    adopt(v.o(), this);
  }
  return v.o();
}
Obj *Obj::child(std::wstring_view property) { return childAt(cls->slot(property)); }
Fields &Obj::bag() {
  if (fieldsOf) return fieldsOf->bag();
  if (!fields) fields = std::make_unique<Fields>();
  return *fields;
}
List &Obj::items() {
  if (!list) list = std::make_unique<List>();
  return *list;
}
std::wstring Obj::toText() const { return cls->fullName; }
void adopt(Obj *child, Obj *parent) { child->parent = parent; }

static void initialise(Obj *o) {
  std::wstring_view n = o->cls->name;
  if (n == L"Document") {
    o->at(L"CreateDate") = o->at(L"LastChangeDate") = Value::date(ticksNow(), DateKind::Local);
  } else if (n == L"DocumentItem" || n == L"Row") {
    o->at(L"Uid") = Value::text(newGuid());
  } else if (n == L"Warehouse") {
    o->at(L"StorageId") = Value::text(newGuid());
  } else if (n == L"AppInstance") {
    o->at(L"Id") = Value::text(newGuid());
  } else if (n == L"Environment") {
    static const wchar_t *own[] = {L"При старте работы", L"Перед завершением работы", L"При начале работы пользователя", L"При завершении работы пользователя", L"При авторизации в системе"};
    for (auto name : own) {
      Ref op = create(L"Operation");
      op->at(L"Name") = Value::text(name);
      listAdd(o->child(L"Operations"), op.value());
    }
  }
}
Ref create(const Class *c) {
  Ref r(new Obj(c));
  initialise(r.get());
  return r;
}
Ref create(const wchar_t *cls) { return create(classOf(cls)); }

Ref copyOf(Obj *o) {
  Ref r(new Obj(o->cls));
  for (size_t i = 0; i < o->cls->defaults.size(); i++) {
    if (o->slots[i].o()) {
      r->slots[i] = copyOf(o->slots[i].o()).value();
      if (o->slots[i].o()->parent == o) adopt(r->slots[i].o(), r.get());
    } else {
      r->slots[i] = o->slots[i];
    }
  }
  if (o->fields || o->fieldsOf) {
    Fields &to = r->bag();
    for (auto &f : o->bag().list) {
      Value v = o->bag().valueOf(f);
      to.list.push_back({f.name, v.o() ? copyOf(v.o()).value() : v, nullptr});
    }
  }
  if (o->list) {
    List &to = r->items();
    to.lazy = o->list->lazy;
    to.items.reserve(o->list->items.size());
    for (auto &v : o->list->items) {
      to.items.push_back(v.o() ? copyOf(v.o()).value() : v);
      if (v.o()) adopt(to.items.back().o(), r.get());
    }
  }
  return r;
}

// ---- additional fields

Fields::~Fields() {
  for (auto &f : list)
    if (f.face) f.face->drop();
}
Field *Fields::find(std::wstring_view name) {
  for (auto &f : list)
    if (sameName(f.face ? f.face->text(L"FieldName") : f.name.s(), name)) return &f;
  return nullptr;
}
Value Fields::valueOf(const Field &f) const { return f.face ? f.face->at(L"Value") : f.value; }
void Fields::set(const Value &name, const Value &v) {
  if (Field *f = find(name.s())) {
    f->value = v;
    if (f->face) f->face->at(L"Value") = v;
  } else {
    list.push_back({name, v, nullptr});
  }
}
void Fields::removeAt(size_t i) {
  if (list[i].face) list[i].face->drop();
  list.erase(list.begin() + i);
}

Value readProperty(Obj *o, const Member *m) {
  Args none;
  if (m->get) return m->get(o, none);
  if (m->slot < 0) throw NetError(Net::NotSupported, std::wstring(o->cls->name) + L"." + m->name + L" is not imitated by the stand-in");
  if (m->owned) return Value::object(o->childAt(m->slot));
  const Value &v = o->slots[m->slot];
  return m->unset && v.isNull() ? Value::text(L"") : v;
}
void writeProperty(Obj *o, const Member *m, const Value &v) {
  if (m->readOnly) throw Refusal{E_INVALIDARG, L"read-only"};
  Value x;
  if (m->result.anything) {
    x = v;
  } else if (m->result.kind == Kind::Object) {
    if (!v.isNull() && !(v.o() && m->result.cls && v.o()->cls->is(m->result.cls))) throw Refusal{E_INVALIDARG, L"not convertible"};
    x = v;
  } else if (m->result.isEnum && v.is(Kind::String)) {
    throw Refusal{E_INVALIDARG, L"not convertible"};
  } else if ((v.is(Kind::DbNull) && m->result.kind != Kind::String) || !convert(v, m->result.kind, &x)) {
    throw Refusal{E_INVALIDARG, L"not convertible"};
  }
  if (m->put) {
    Args a{x};
    m->put(o, a);
  } else if (m->slot >= 0) {
    bool empty = x.isNull() && !m->nullable && m->result.kind == Kind::String && o->cls->defaults[m->slot].is(Kind::String);
    o->slots[m->slot] = empty ? Value::text(L"") : x;
  } else {
    throw NetError(Net::NotSupported, std::wstring(o->cls->name) + L"." + m->name + L" is not imitated by the stand-in");
  }
}
Value getField(Obj *o, const Value &name) {
  if (name.isNull()) throw NetError(Net::ArgumentNull, L"Значение не может быть неопределенным.\r\nИмя параметра: fieldName", L"Value cannot be null.\r\nParameter name: fieldName");
  const Member *m = o->cls->property(name.s());
  if (m && !m->hidden) return readProperty(o, m);
  Field *f = o->fields || o->fieldsOf ? o->bag().find(name.s()) : nullptr;
  if (f) return o->bag().valueOf(*f);
  Kind declared = declaredKind(o, name.s());
  if (declared == Kind::Null) return Value();
  return declared == Kind::String ? Value::text(L"") : defaultOf(declared);
}
void setField(Obj *o, const Value &name, const Value &v) {
  if (name.isNull()) throw NetError(Net::ArgumentNull, L"Значение не может быть неопределенным.\r\nИмя параметра: fieldName", L"Value cannot be null.\r\nParameter name: fieldName");
  const Member *m = o->cls->property(name.s());
  if (m && !m->hidden) {
    if (m->readOnly) return o->bag().set(name, v);  // kept, and never seen again
    try {
      writeProperty(o, m, v);
    } catch (const Refusal &) {
      throw NetError(Net::Format, L"Входная строка имела неверный формат.", L"Input string was not in a correct format.");
    }
    return;
  }
  Kind declared = declaredKind(o, name.s());
  o->bag().set(name, declared == Kind::Null ? v : declaredValue(name.s(), declared, v));
}
