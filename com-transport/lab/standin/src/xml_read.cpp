#include <cstring>

#include "accessors.h"
#include "errors.h"
#include "files.h"
#include "markup.h"
#include "xml.h"

int64_t enumValue(const Member *m, std::wstring_view text);

namespace {

[[noreturn]] void format() { throw NetError(Net::Format, L"Входная строка имела неверный формат.", L"Input string was not in a correct format."); }

/** Makes objects of markup, with the component's own ways of losing some. */
class Builder {
 public:
  Builder(std::wstring_view xml, bool ofFile) : m_(xml, ofFile) {}

  Value root() {
    Tag t;
    if (!m_.next(&t, nullptr)) m_.fail(L"Root element is missing.");
    namespaces(t);
    Kind k = kindOfTypeName(t.name);
    Value v;
    const Class *c = classOf(t.name);
    if (k != Kind::Null && !c) {
      std::wstring text;
      content(t, &text);
      v = typed(k, withoutBackslash(text), false);
    } else {
      if (!c || !known(c)) throw NetError(Net::Serialization, L"Cannot resolve '" + std::wstring(t.name) + L"' type.");
      if (t.closed && wantsEnd(c) && wcscmp(c->name, L"Document")) throw ArgumentError(L"Name cannot be empty.\r\nParameter name: name", L"Name cannot be empty.\r\nParameter name: name");
      v = object(c, t).value();
    }
    if (!cut_) m_.finish();
    return v;
  }

 private:
  static bool known(const Class *c) { return c->isList || !c->shape->nodes.empty(); }
  /** Classes whose element must have an end tag of its own: a closed one swallows what follows. */
  static bool wantsEnd(const Class *c) {
    static const wchar_t *all[] = {L"Product", L"Row", L"Document", L"DocumentItem", L"User"};
    for (auto n : all)
      if (!wcscmp(c->name, n)) return true;
    return false;
  }
  void namespaces(const Tag &t) {
    for (auto &a : t.attributes) {
      if (a.name == L"xmlns:clr") clr_ = true;
      if (a.name == L"clr:Type" && !clr_) throw NetError(Net::Xml, L"'clr' is an undeclared prefix.");
    }
  }
  void content(const Tag &t, std::wstring *text) {
    if (t.closed) return;
    Tag x;
    while (m_.next(&x, text)) m_.skip(x);
  }
  const Value &nameOf(std::wstring_view n) {
    auto f = names_.find(n);
    if (f == names_.end()) {
      Value v = Value::text(n);
      f = names_.emplace(v.s(), v).first;
    }
    return f->second;
  }

  // ---- values

  static std::wstring_view withoutBackslash(std::wstring_view s) { return s.substr(0, 5) == L"\\null" ? s.substr(1) : s; }
  static Value typed(Kind k, std::wstring_view s, bool asField) {
    Value v;
    int64_t n;
    double d;
    bool b;
    Decimal dec;
    switch (k) {
      case Kind::String: return Value::text(s);
      case Kind::Bool:
        if (asField && s == L"1") return Value::boolean(true);
        if (asField && s == L"0") return Value::boolean(false);
        if (!parseBool(s, &b)) format();
        return Value::boolean(b);
      case Kind::R8: case Kind::R4: {
        std::wstring t(s);
        if (asField)
          for (wchar_t &c : t)
            if (c == ',') c = '.';
        if (!parseReal(t, '.', ',', &d)) format();
        return Value::real(d, k);
      }
      case Kind::Decimal: {
        std::wstring t(s);
        for (wchar_t &c : t)
          if (c == ',') c = '.';
        if (!parseDecimal(t, '.', false, &dec)) format();
        return Value::decimal(dec);
      }
      case Kind::Date:
        if (!parseXmlDate(s, &v)) format();
        return v;
      case Kind::Guid: return guid(s);
      case Kind::Char: return Value::integer(s.empty() ? 0 : s[0], Kind::Char);
      case Kind::DbNull: return Value::dbNull();
      default:
        if (!parseInteger(s, &n)) format();
        if (!convert(Value::integer(n, Kind::I8), k, &v)) throw NetError(Net::Overflow, L"Значение было недопустимо малым или недопустимо большим.", L"Value was either too large or too small.");
        return v;
    }
  }
  static Value guid(std::wstring_view s) {
    GUID g;
    std::wstring b = L"{" + std::wstring(s) + L"}";
    if (FAILED(CLSIDFromString(b.c_str(), &g))) return Value::text(L"00000000-0000-0000-0000-000000000000", Kind::Guid);
    return Value::text(s, Kind::Guid);
  }
  void attributes(Obj *o, const Tag &t) {
    Shape *shape = o->cls->shape;
    for (auto &a : t.attributes) {
      if (a.name.substr(0, 5) == L"xmlns" || a.name == L"clr:Type") continue;
      bool null = a.value == L"null";
      if (const Node *n = shape->attribute(a.name)) {
        if ((null && !(n->name == L"id" && !wcscmp(o->cls->name, L"Cell"))) || (n->when == Node::Unread && a.value.empty())) continue;
        if (n->member->result.isEnum) o->slot(n->slot) = Value::integer(enumValue(n->member, a.value));
        else o->slot(n->slot) = typed(n->member->result.kind, withoutBackslash(a.value), false);
      } else if (shape->fieldAttributes) {
        size_t bar = a.name.find('_');
        Kind k = bar == std::wstring_view::npos ? Kind::Null : kindOfTypeName(a.name.substr(0, bar));
        if (k == Kind::Null) o->bag().list.push_back({nameOf(a.name), null ? Value() : Value::text(withoutBackslash(a.value)), nullptr});
        else o->bag().list.push_back({nameOf(a.name.substr(bar + 1)), null ? defaultOf(k) : typed(k, a.value, true), nullptr});
      }
    }
  }

  // ---- objects

  /** What FromXml leaves unset that a new object has. */
  void bare(Obj *o) {
    for (size_t i = 0; i < o->cls->defaults.size(); i++) o->slots[i] = o->cls->defaults[i];
    std::wstring_view n = o->cls->name;
    if (n == L"DocumentItem") o->at(L"CreatedBy") = Value::integer(0);
    if (n == L"Document") o->at(L"DeviceId") = o->at(L"DeviceIP") = o->at(L"DeviceName") = Value();
    if (n == L"Warehouse") o->at(L"StorageId") = Value();
    if (n == L"DocumentType") o->at(L"AllowExchangeDataForServerDocs") = Value::boolean(false);
  }
  Ref object(const Class *c, const Tag &t) {
    Ref r(new Obj(c));
    bare(r.get());
    namespaces(t);
    attributes(r.get(), t);
    if (!wcscmp(c->name, L"Packing") && r->text(L"Name").empty()) r->at(L"Name") = r->at(L"Id");
    if (!wcscmp(c->name, L"Warehouse") && r->at(L"StorageId").isNull()) r->at(L"StorageId") = Value::text(newGuid());
    if (!wcscmp(c->name, L"DocumentType")) r->at(L"AllowExchangeDataForServerDocs") = Value::boolean(false);  // it does not come back, as observed
    if (c->isList) list(r.get(), t);
    else children(r.get(), t);
    return r;
  }
  void children(Obj *o, const Tag &t) {
    bool document = !wcscmp(o->cls->name, L"Document");
    if (document)
      for (auto n : {L"DeclaredItems", L"CurrentItems", L"Tables"}) o->child(n)->items().lazy = true;
    if (t.closed) return;
    Tag x;
    std::wstring text;
    bool texts = !wcscmp(o->cls->name, L"FieldValue");
    while (!cut_ && m_.next(&x, texts ? nullptr : &text)) {
      namespaces(x);
      if (const Node *n = o->cls->shape->child(x.name)) child(o, *n, x);
      else if (x.name == L"Fields" && o->cls->shape->fieldAttributes) fieldsOf(o, x);
      else if (!wcscmp(o->cls->name, L"FieldValue") && x.name == L"Value") o->at(L"Value") = value(x);
      else if (!wcscmp(o->cls->name, L"Row")) rowField(o, x);
      else m_.skip(x);
    }
    for (wchar_t c : text)
      if (!wcschr(L" \t\r\n", c)) throw NetError(Net::Serialization, L"Invalid xml element 'Text' found.");
  }
  void child(Obj *o, const Node &n, const Tag &x) {
    if (n.slot < 0) return fieldsOf(o, x);
    Obj *c = o->childAt(n.slot);
    if (n.kind == Node::Items) {
      if (!x.closed) {
        list(c, x);
        c->items().lazy = !c->count();
      } else {
        c->items().lazy = false;
      }
      return;
    }
    if (c->cls->isList && wcscmp(c->cls->name, L"FieldValueCollection")) {
      attributes(c, x);
      while (c->count()) listRemoveAt(c, (int64_t)c->count() - 1);
      list(c, x);
    } else {
      Ref r = object(c->cls, x);
      o->slot(n.slot) = r.value();
      adopt(r.get(), o);
    }
  }
  void list(Obj *o, const Tag &t) {
    if (!wcscmp(o->cls->name, L"FieldValueCollection")) return fields(o->bag(), t);
    if (t.closed) return;
    Tag x;
    while (!cut_ && m_.next(&x, nullptr)) {
      namespaces(x);
      if (!wcscmp(o->cls->element, L"BSTR")) {
        std::wstring s;
        content(x, &s);
        listAdd(o, Value::text(withoutBackslash(s)));
        continue;
      }
      const Class *c = classOf(x.name);
      if (!c || !known(c)) { m_.skip(x); continue; }
      bool swallows = x.closed && wantsEnd(c);
      Ref r = item(c, x);
      if (!r) return;
      if (!swallows) {
        listAdd(o, r.value());
        continue;
      }
      bool kept = true;
      if (wcscmp(c->name, L"Row")) m_.skipToEnd();
      else kept = swallowRows(r.get());
      if (kept) listAdd(o, r.value());
      return;
    }
  }
  /**
   * An object of a list. One that cannot be read is lost without an error, and with it all that follows, in the lists
   * around it too; only a document's error comes out.
   */
  Ref item(const Class *c, const Tag &t) {
    if (!wcscmp(c->name, L"Document")) return object(c, t);
    try {
      return object(c, t);
    } catch (const NetError &e) {
      if (!cuts(e)) throw;
      cut_ = true;
      return Ref();
    }
  }
  static bool cuts(const NetError &e) { return e.type == Net::Format || e.type == Net::Argument || e.type == Net::Overflow; }
  /** What follows a closed Row becomes a field of it, named Row; with a second one the row itself is lost. */
  bool swallowRows(Obj *row) {
    Tag x;
    int n = 0;
    while (!cut_ && m_.next(&x, nullptr)) {
      Ref r = object(row->cls, x);
      if (n++) continue;
      row->bag().list.push_back({nameOf(L"Row"), r.value(), nullptr});
      if (x.closed) {
        swallowRows(r.get());
        return true;
      }
    }
    return n < 2;
  }
  void rowField(Obj *o, const Tag &x) {
    const Value &name = nameOf(x.name);
    bool typed = false, declares = false;
    for (auto &a : x.attributes) {
      typed = typed || a.name == L"clr:Type";
      declares = declares || a.name.substr(0, 5) == L"xmlns";
    }
    if (typed && !declares && !x.closed) {  // with a namespace of its own it is read as text, as observed
      o->bag().list.push_back({name, value(x), nullptr});
      return;
    }
    std::wstring s;
    content(x, &s);
    if (!x.closed) o->bag().list.push_back({name, Value::text(s), nullptr});
  }

  // ---- <Fields>

  Value value(const Tag &x) {
    Kind k = Kind::Null;
    const Class *c = nullptr;
    bool declares = false;
    for (auto &a : x.attributes) {
      declares = declares || a.name.substr(0, 5) == L"xmlns";
      if (a.name != L"clr:Type") continue;
      k = kindOfTypeName(a.value);
      c = classOf(a.value);
    }
    if (declares) k = Kind::String, c = nullptr;  // with a namespace of its own it is read as text, as observed
    if (c && k == Kind::Null) return object(c, x).value();
    std::wstring s;
    content(x, &s);
    if (k == Kind::String) return Value::text(withoutBackslash(s));
    if (k == Kind::Null) return withoutBackslash(s) == L"null" ? Value() : Value::text(withoutBackslash(s));
    return typed(k, s, false);
  }
  void fieldsOf(Obj *o, const Tag &t) { fields(o->bag(), t); }
  void fields(Fields &b, const Tag &t) {
    if (t.closed) return;
    Tag x;
    while (!cut_ && m_.next(&x, nullptr)) {
      if (x.name != L"FieldValue") { m_.skip(x); continue; }
      Value name;
      for (auto &a : x.attributes)
        if (a.name == L"fieldName" && a.value != L"null") name = nameOf(withoutBackslash(a.value));
      if (x.closed) { m_.skipToEnd(); return; }
      Tag y;
      Value v;
      bool any = false;
      while (m_.next(&y, nullptr)) {
        namespaces(y);
        if (y.name != L"Value") { m_.skip(y); continue; }
        if (y.closed) { m_.skipToEnd(2); return; }  // a closed Value loses its field and those after it
        try {
          v = value(y);
        } catch (const NetError &e) {
          if (!cuts(e)) throw;
          cut_ = true;
          return;
        }
        any = true;
      }
      if (any) b.list.push_back({name, v, nullptr});
    }
  }

  Markup m_;
  bool cut_ = false;  // what follows is lost
  bool clr_ = false;
  std::unordered_map<std::wstring_view, Value> names_;
};

}  // namespace

Value fromXml(std::wstring_view xml, bool ofFile) {
  if (xml.empty()) return Value();
  if (xml[0] == 0xfeff) throw NetError(Net::Xml, L"Data at the root level is invalid. Line 1, position 1.");
  return Builder(xml, ofFile).root();
}
Value fromXmlFile(const std::wstring &path) {
  std::string bytes;
  NetError broken(Net::Serialization, L"Ошибка при десериализации файла '" + path + L"'.");
  if (!readWhole(path, &bytes)) throw broken;
  std::string_view b = bytes;
  if (b.substr(0, 3) == "\xEF\xBB\xBF") b.remove_prefix(3);
  try {
    return fromXml(utf16(b), true);
  } catch (const NetError &) {
    throw broken;
  }
}
