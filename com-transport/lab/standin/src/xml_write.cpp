#include <windows.h>
#include <wincrypt.h>

#include "accessors.h"
#include "errors.h"
#include "files.h"
#include "xml.h"

struct ShapeRow { const wchar_t *cls, *node, *name, *property, *when; };
static const ShapeRow kShapes[] = {
#include "shapes.inc"
};

const Node *Shape::attribute(std::wstring_view name) const {
  for (auto &n : nodes)
    if (n.kind == Node::Attribute && n.name == name) return &n;
  return nullptr;
}
const Node *Shape::child(std::wstring_view name) const {
  for (auto &n : nodes)
    if ((n.kind == Node::Child || n.kind == Node::Items) && n.name == name) return &n;
  return nullptr;
}
static Node node(const Class *c, const ShapeRow &row) {
  static const struct { const wchar_t *name; Node::Kind kind; } kinds[] = {{L"attr", Node::Attribute}, {L"child", Node::Child}, {L"items", Node::Items}, {L"fieldattrs", Node::FieldAttributes}, {L"value", Node::FieldValue}, {L"open", Node::Open}};
  static const struct { const wchar_t *name; Node::When when; } whens[] = {{L"always", Node::Always}, {L"nonempty", Node::NonEmpty}, {L"nonnull", Node::NonNull}, {L"nonnull-unread", Node::Unread}, {L"unlike-id", Node::UnlikeId}, {L"nondefault", Node::NonDefault}, {L"filled", Node::Filled}, {L"lazy", Node::Lazy}};
  Node n{Node::Attribute, Node::Always, row.name, -1, nullptr, L""};
  for (auto &k : kinds)
    if (!wcscmp(k.name, row.node)) n.kind = k.kind;
  for (auto &w : whens)
    if (!wcscmp(w.name, row.when)) n.when = w.when;
  if (row.when[0] == '=') {
    n.when = Node::Unlike;
    n.unlike = row.when + 1;
  }
  if (row.property[0] != '-' && row.property[0] != '*') {
    n.slot = c->slot(row.property);
    if (n.slot >= 0) n.member = c->slotMembers[n.slot];
  }
  return n;
}
void buildShapes() {
  for (Class *c : allClasses()) {
    c->shape = new Shape();
    for (auto name : {L"Product", L"Packing", L"Row", L"Document", L"DocumentItem", L"User", L"DeviceInfo", L"FieldInfo"})
      if (!wcscmp(c->name, name)) c->shape->escapesNull = true;
    for (auto &row : kShapes) {
      if (wcscmp(row.cls, c->name)) continue;
      Node n = node(c, row);
      if (n.kind == Node::FieldAttributes) c->shape->fieldAttributes = c->shape->open = true;
      if (n.kind == Node::Open) c->shape->open = true;
      c->shape->nodes.push_back(n);
    }
  }
}

static const struct { const wchar_t *type; int64_t value; const wchar_t *name; } kEnums[] = {
    {L"CreatedBy", 0, L"Unknown"}, {L"CreatedBy", 1, L"Server"}, {L"CreatedBy", 2, L"Device"}, {L"CreatedBy", 3, L"ERP"},
    {L"Security.RoleUserGroup", 0, L"MobileDeviceUser"}, {L"Security.RoleUserGroup", 1, L"Internal"}, {L"RoleUserGroup", 0, L"MobileDeviceUser"}, {L"RoleUserGroup", 1, L"Internal"},
    {L"ExtendedProductSearchMode", 0, L"Auto"}, {L"ExtendedProductSearchMode", 1, L"OriginalBarcodeOnly"},
    {L"DocumentProductsSavingMode", 0, L"Auto"}, {L"DocumentProductsSavingMode", 1, L"Yes"}, {L"DocumentProductsSavingMode", 2, L"No"}};
std::wstring enumText(const Member *m, int64_t value) {
  for (auto &e : kEnums)
    if (!wcscmp(e.type, m->result.name) && e.value == value) return e.name;
  return std::to_wstring(value);
}
int64_t enumValue(const Member *m, std::wstring_view text) {
  int64_t n;
  if (parseInteger(text, &n)) return n;
  for (auto &e : kEnums)
    if (!wcscmp(e.type, m->result.name) && sameName(e.name, text)) return e.value;
  return 0;  // an unknown name is the first value, as observed
}

/** Whether a file is written: there control characters stand in another form. */
static thread_local bool t_file;
static const wchar_t *entity(wchar_t c, bool attribute) {
  switch (c) {
    case '<': return L"&lt;";
    case '>': return L"&gt;";
    case '&': return L"&amp;";
    case '"': return attribute ? L"&quot;" : nullptr;
    case '\t': return t_file ? nullptr : L"&#x9;";
    case '\n': return !t_file ? L"&#x0a;" : attribute ? L"&#xA;" : nullptr;
    case '\r': return !t_file ? L"&#x0d;" : attribute ? L"&#xD;" : nullptr;
    default: return nullptr;
  }
}
static bool plainCharacter(wchar_t c) { return c >= ' ' && c < 0xfffe && c != '<' && c != '>' && c != '&' && c != '"'; }
static void escape(std::wstring &out, std::wstring_view s, bool attribute) {
  for (size_t i = 0; i < s.size();) {
    size_t from = i;
    while (i < s.size() && plainCharacter(s[i])) i++;
    out.append(s, from, i - from);
    if (i == s.size()) return;
    wchar_t c = s[i++];
    if (const wchar_t *e = entity(c, attribute)) {
      out += e;
    } else if ((c >= 32 && c < 0xfffe) || c == '\t' || c == '\n' || c == '\r') {
      out += c;
    } else {
      wchar_t b[12];
      swprintf(b, 12, L"&#x%X;", c);
      out += b;
    }
  }
}
static std::wstring plain(const Value &v) {
  switch (v.kind()) {
    case Kind::Bool: return v.i() ? L"True" : L"False";
    case Kind::R8: return xmlReal(v.d(), 15);
    case Kind::R4: return xmlReal(v.d(), 7);
    case Kind::Decimal: return decimalText(v.dec(), '.');
    case Kind::Date: return xmlDate(v);
    default: return cultureText(v);
  }
}
/** In an attribute null means no value, so a text that says null gets a backslash; some classes give it to all that begin so. */
static bool saysNull(std::wstring_view s, bool beginning) { return s.substr(0, 4) == L"null" && (beginning || s.size() == 4); }
static void attribute(std::wstring &out, std::wstring_view name, const Value &v, bool beginning) {
  out += ' ';
  out += name;
  out += L"=\"";
  if (v.isText()) {
    if (saysNull(v.s(), beginning)) out += '\\';
    escape(out, v.s(), true);
  } else {
    escape(out, plain(v), true);
  }
  out += '"';
}
static bool isDefault(const Value &v) {
  switch (v.kind()) {
    case Kind::Null: return true;
    case Kind::String: case Kind::Guid: return v.s().empty();
    case Kind::R8: case Kind::R4: return v.d() == 0;
    case Kind::Decimal: return !v.dec().mantissa;
    case Kind::Object: case Kind::Array: return false;
    default: return v.i() == 0;
  }
}
static bool written(Obj *o, const Node &n, const Value &v) {
  switch (n.when) {
    case Node::NonEmpty: return !v.s().empty();
    case Node::NonNull: case Node::Unread: return !v.isNull();
    case Node::UnlikeId: return !v.s().empty() && v.s() != o->text(L"Id");
    case Node::NonDefault: return n.name == L"unitsQuantity" ? v.d() != 1 : !isDefault(v);
    case Node::Unlike: return v.s() != n.unlike && !v.isNull();
    case Node::Filled: return n.slot < 0 ? o->fields && !o->fields->list.empty() : v.o() && (v.o()->count() || !v.o()->cls->isList);
    case Node::Lazy: return !(v.o() && v.o()->list && v.o()->list->lazy);
    default: return true;
  }
}

// ---- additional fields

static bool simple(const Value &v) {
  switch (v.kind()) {
    case Kind::DbNull: case Kind::Object: case Kind::Array: case Kind::Guid: case Kind::TimeSpan: return false;
    default: return true;
  }
}
static void fieldAttributes(std::wstring &out, Fields &b, bool beginning) {
  for (auto &f : b.list) {
    Value v = b.valueOf(f);
    if (v.isNull() || !simple(v)) continue;
    std::wstring name = v.is(Kind::String) ? std::wstring() : std::wstring(typeName(v.kind())) + L"_";
    attribute(out, name + std::wstring(f.name.s()), v, beginning);
  }
}
/** Objects whose elements are open: one inside itself is written as a reference. */
static thread_local std::vector<Obj *> t_open;
static int writing(Obj *o) {
  for (size_t i = 0; i < t_open.size(); i++)
    if (t_open[i] == o) return (int)i;
  return -1;
}
static void open(std::wstring &out, std::wstring_view name) {
  out += '<';
  out += name;
}
static void close(std::wstring &out, std::wstring_view name) {
  out += L"</";
  out += name;
  out += '>';
}
static void clrType(std::wstring &out, std::wstring_view name) {
  out += L" clr:Type=\"";
  out += name;
  out += '"';
}
static void text(std::wstring &out, const Value &v) {
  if (v.isText()) escape(out, v.s(), false);
  else escape(out, plain(v), false);
}
static void valueElement(std::wstring &out, std::wstring_view name, const Value &v) {
  open(out, name);
  if (v.isNull()) {
    out += L">null";
    close(out, name);
  } else if (v.o() && writing(v.o()) >= 0) {
    out += L">ref:" + std::to_wstring(writing(v.o()));
    close(out, name);
  } else if (v.o()) {
    std::wstring inner;
    writeElement(inner, v.o(), v.o()->cls->name, false);
    size_t at = wcslen(v.o()->cls->name) + 1;
    clrType(out, v.o()->cls->name);
    out += inner.substr(at, inner.rfind(L"</") == std::wstring::npos ? std::wstring::npos : inner.rfind(L"</") - at);
    if (inner.rfind(L"</") != std::wstring::npos) close(out, name);
  } else if (v.is(Kind::DbNull)) {
    out += L" clr:Type=\"DBNull\" />";
  } else {
    clrType(out, typeName(v.kind()));
    out += '>';
    text(out, v);
    close(out, name);
  }
}
static void fieldElement(std::wstring &out, const Value &name, const Value &v) {
  out += L"<FieldValue";
  attribute(out, L"fieldName", name, false);
  out += L">";
  valueElement(out, L"Value", v);
  out += L"</FieldValue>";
}
static void fieldElements(std::wstring &out, Fields *b, bool complexOnly) {
  auto left = [&](const Value &v) { return complexOnly && (v.isNull() || simple(v)); };
  size_t n = 0;
  if (b)
    for (auto &f : b->list) n += !left(b->valueOf(f));
  if (complexOnly && !n) return;
  out += L"<Fields count=\"" + std::to_wstring(n) + L"\"";
  if (!n) {
    out += L" />";
    return;
  }
  out += '>';
  for (auto &f : b->list) {
    Value v = b->valueOf(f);
    if (!left(v)) fieldElement(out, f.name, v);
  }
  close(out, L"Fields");
}
static void complexFields(std::wstring &out, Obj *o) {
  if (!o->fields) return;
  if (wcscmp(o->cls->name, L"Row")) return fieldElements(out, o->fields.get(), true);
  for (auto &f : o->fields->list) {
    Value v = o->fields->valueOf(f);
    if (!v.isNull() && !simple(v)) valueElement(out, f.name.s(), v);
  }
}

// ---- objects

static bool countless(const Class *c) { return !wcscmp(c->name, L"DocumentItemCollection") || !wcscmp(c->name, L"DocumentTableCollection"); }
static void items(std::wstring &out, Obj *list) {
  for (auto &v : list->list->items) {
    if (v.o()) {
      writeElement(out, v.o(), v.o()->cls->name, false);
    } else {
      out += L"<String>";
      escape(out, v.s(), false);
      out += L"</String>";
    }
  }
}
static void listAttributes(std::wstring &out, Obj *o) {
  if (!wcscmp(o->cls->name, L"FieldValueCollection")) out += L" count=\"" + std::to_wstring(o->bag().list.size()) + L"\"";
  else if (!countless(o->cls)) out += L" count=\"" + std::to_wstring(o->count()) + L"\"";
  else if (o->list && o->list->lazy) out += std::wstring(L" isLazy=\"True\" lazyCount=\"-1\" lazyName=\"") + (o->parent && o->parent->cls->slot(L"CurrentItems") >= 0 && o->parent->at(L"CurrentItems").o() == o ? L"CurrentItems" : !wcscmp(o->cls->name, L"DocumentTableCollection") ? L"Tables" : L"DeclaredItems") + L"\"";
}
/** A user's password as it leaves the component: hashed, unless it came in by XML. */
static Value secret(Obj *o, const Node &n, const Value &v) {
  if (wcscmp(o->cls->name, L"User") || v.s().empty() || (n.name != L"password" && n.name != L"barcode")) return v;
  if (!o->at(L"PlainSecrets").i() || v.s().substr(0, 3) == L"MD5") return v;
  return Value::text(L"MD5" + utf16(md5(utf8(v.s()))));
}
static void attributes(std::wstring &out, Obj *o) {
  for (auto &n : o->cls->shape->nodes) {
    if (n.kind != Node::Attribute) continue;
    const Value &v = o->slot(n.slot);
    if (!written(o, n, v)) continue;
    if (n.member->result.isEnum) attribute(out, n.name, Value::text(enumText(n.member, v.i())), false);
    else attribute(out, n.name, secret(o, n, v), o->cls->shape->escapesNull);
  }
}
static void content(std::wstring &out, Obj *o) {
  if (o->cls->shape->fieldAttributes) complexFields(out, o);
  for (auto &n : o->cls->shape->nodes) {
    if (n.kind == Node::FieldValue) valueElement(out, L"Value", o->slot(n.slot));
    if (n.kind != Node::Child && n.kind != Node::Items) continue;
    if (!written(o, n, n.slot < 0 ? Value() : o->slot(n.slot))) continue;
    if (n.slot < 0) {
      fieldElements(out, o->fields.get(), false);
    } else if (n.kind == Node::Child) {
      writeElement(out, o->childAt(n.slot), n.name.c_str(), false);
    } else {
      Obj *list = o->childAt(n.slot);
      open(out, n.name);
      if (!list->count()) { out += L" />"; continue; }
      out += L">";
      items(out, list);
      close(out, n.name);
    }
  }
  if (!wcscmp(o->cls->name, L"FieldValueCollection"))
    for (auto &f : o->bag().list) fieldElement(out, f.name, o->bag().valueOf(f));
  else if (o->cls->isList && o->count()) items(out, o);
}
void writeElement(std::wstring &out, Obj *o, const wchar_t *name, bool root) {
  open(out, name);
  if (root) out += L" xmlns:clr=\"http://schemas.cleverence.ru/clr\"";
  if (writeAccessor(out, o, name)) return;
  if (o->cls->isList) listAttributes(out, o);
  attributes(out, o);
  if (o->cls->shape->fieldAttributes && o->fields) fieldAttributes(out, *o->fields, o->cls->shape->escapesNull);
  size_t head = out.size();
  out += L">";
  t_open.push_back(o);
  content(out, o);
  t_open.pop_back();
  if (out.size() == head + 1 && !o->cls->shape->open) {
    out.resize(head);
    out += L" />";
    return;
  }
  close(out, name);
}
static const size_t kKeptXml = 4 << 20;
std::wstring_view xmlHeader() { return L"<?xml version=\"1.0\" encoding=\"utf-8\"?>"; }
const std::wstring &toXml(const Value &v) {
  static thread_local std::wstring out;  // large ones would be allocated anew each time, page by page
  if (out.capacity() > kKeptXml) std::wstring().swap(out);
  out = xmlHeader();
  t_open.clear();
  if (v.o()) {
    writeElement(out, v.o(), v.o()->cls->name, true);
  } else if (!v.isNull()) {
    if (v.is(Kind::Array)) throw NetError(Net::NotSupported, L"ToXml of an array is not imitated by the stand-in");
    open(out, typeName(v.kind()));
    out += '>';
    text(out, v);
    close(out, typeName(v.kind()));
  }
  return out;
}
void toXmlFile(const Value &v, const std::wstring &path) {
  t_file = true;
  std::wstring xml;
  try {
    xml = toXml(v);
  } catch (...) {
    t_file = false;
    throw;
  }
  t_file = false;
  if (!writeWhole(path, "\xEF\xBB\xBF" + utf8(xml), false)) throw NetError(Net::Serialization, L"Ошибка при сериализации в файл '" + path + L"'.");
}
std::string md5(const std::string &bytes) {
  HCRYPTPROV p = 0;
  HCRYPTHASH h = 0;
  BYTE d[16] = {};
  DWORD n = sizeof d;
  if (CryptAcquireContextW(&p, nullptr, nullptr, PROV_RSA_FULL, CRYPT_VERIFYCONTEXT) && CryptCreateHash(p, CALG_MD5, 0, 0, &h) && CryptHashData(h, (const BYTE *)bytes.data(), (DWORD)bytes.size(), 0)) CryptGetHashParam(h, HP_HASHVAL, d, &n, 0);
  if (h) CryptDestroyHash(h);
  if (p) CryptReleaseContext(p, 0);
  char s[33];
  for (int i = 0; i < 16; i++) sprintf(s + i * 2, "%02x", d[i]);
  return s;
}
