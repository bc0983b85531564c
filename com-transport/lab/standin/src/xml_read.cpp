#include <cstring>

#include "accessors.h"
#include "errors.h"
#include "files.h"
#include "xml.h"

int64_t enumValue(const Member *m, std::wstring_view text);

namespace {

struct Attribute { std::wstring_view name; std::wstring_view value; };
struct Tag {
  std::wstring_view name;
  std::vector<Attribute> attributes;
  bool closed = false;  // <a/>
};

[[noreturn]] void format() { throw NetError(Net::Format, L"Входная строка имела неверный формат.", L"Input string was not in a correct format."); }

/** Reads the markup: tags, text and entities, well-formed or not at all. */
class Markup {
 public:
  explicit Markup(std::wstring_view s) : begin_(s.data()), p_(s.data()), end_(s.data() + s.size()) {}

  /** The next start tag into *tag (true), or an end tag, which is checked (false). Text before it goes to *text. */
  bool next(Tag *tag, std::wstring *text) {
    for (;;) {
      const wchar_t *t = p_;
      while (p_ < end_ && *p_ != '<') p_++;
      if (p_ > t) {
        if (open_.empty()) space(t);
        else if (text) decode(t, p_, text);
        else checkText(t);
      }
      if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
      if (skipOther(text)) continue;
      if (p_ + 1 < end_ && p_[1] == '/') { endTag(); return false; }
      startTag(tag);
      return true;
    }
  }
  /** Passes over the content of an element whose start tag was just read. */
  void skip(const Tag &t) {
    if (t.closed) return;
    for (int depth = 1; depth;) {
      Tag x;
      if (next(&x, nullptr)) depth += !x.closed;
      else depth--;
    }
  }
  /** Passes over everything up to the end tag of the element that is open, or of one that many levels up. */
  void skipToEnd(int levels = 1) {
    for (int depth = levels; depth;) {
      Tag x;
      if (next(&x, nullptr)) depth += !x.closed;
      else depth--;
    }
  }
  void finish() {
    for (;;) {
      const wchar_t *t = p_;
      while (p_ < end_ && *p_ != '<') p_++;
      space(t);
      if (p_ >= end_) return;
      if (!skipOther(nullptr)) fail(L"There are multiple root elements.");
    }
  }
  [[noreturn]] void fail(const std::wstring &what) {
    int line = 1, column = 1;
    for (const wchar_t *q = begin_; q < p_ && q < end_; q++)
      if (*q == '\n') line++, column = 1;
      else column++;
    throw NetError(Net::Xml, what + L" Line " + std::to_wstring(line) + L", position " + std::to_wstring(column) + L".");
  }

 private:
  void space(const wchar_t *t) {
    for (; t < p_; t++)
      if (!wcschr(L" \t\r\n", *t)) fail(L"Data at the root level is invalid.");
  }
  void checkText(const wchar_t *t) {
    for (; t < p_; t++)
      if (bad(*t)) fail(L"An invalid character was found.");
  }
  static bool bad(wchar_t c) { return (c < 32 && c != '\t' && c != '\n' && c != '\r') || c >= 0xfffe; }
  bool at(const wchar_t *s) const { size_t n = wcslen(s); return (size_t)(end_ - p_) >= n && !wcsncmp(p_, s, n); }
  void past(const wchar_t *s) {
    size_t n = wcslen(s);
    while (p_ < end_ && !at(s)) p_++;
    if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
    p_ += n;
  }
  bool skipOther(std::wstring *text) {
    if (at(L"<!--")) past(L"-->");
    else if (at(L"<?")) past(L"?>");
    else if (at(L"<![CDATA[")) {
      const wchar_t *t = p_ += 9;
      past(L"]]>");
      if (text) text->append(t, p_ - 3);
    } else if (at(L"<!")) past(L">");
    else return false;
    return true;
  }
  static bool nameChar(wchar_t c) { return c > 0x7f || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '-' || c == '.'; }
  std::wstring_view name() {
    const wchar_t *t = p_;
    if (p_ < end_ && ((*p_ >= '0' && *p_ <= '9') || *p_ == '-' || *p_ == '.')) fail(L"Name cannot begin with the character.");
    while (p_ < end_ && nameChar(*p_)) p_++;
    if (p_ == t) fail(L"Name cannot begin with the character.");
    return {t, (size_t)(p_ - t)};
  }
  void blanks() { while (p_ < end_ && wcschr(L" \t\r\n", *p_)) p_++; }
  void endTag() {
    p_ += 2;
    std::wstring_view n = name();
    blanks();
    if (p_ >= end_ || *p_ != '>') fail(L"Unexpected token.");
    p_++;
    if (open_.empty() || open_.back() != n) fail(L"The start tag does not match the end tag of '" + std::wstring(n) + L"'.");
    open_.pop_back();
  }
  void startTag(Tag *tag) {
    p_++;
    tag->name = name();
    tag->attributes.clear();
    for (;;) {
      const wchar_t *before = p_;
      blanks();
      if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
      if (*p_ == '>') { p_++; tag->closed = false; open_.push_back(tag->name); return; }
      if (*p_ == '/') {
        if (p_ + 1 >= end_ || p_[1] != '>') fail(L"Unexpected token.");
        p_ += 2;
        tag->closed = true;
        return;
      }
      if (before == p_) fail(L"Expecting white space.");
      tag->attributes.push_back(attribute(*tag));
    }
  }
  Attribute attribute(const Tag &tag) {
    Attribute a;
    a.name = name();
    for (auto &x : tag.attributes)
      if (x.name == a.name) fail(L"'" + std::wstring(a.name) + L"' is a duplicate attribute name.");
    blanks();
    if (p_ >= end_ || *p_ != '=') fail(L"'=' was expected.");
    p_++;
    blanks();
    if (p_ >= end_ || (*p_ != '"' && *p_ != '\'')) fail(L"A quote was expected.");
    wchar_t quote = *p_++;
    const wchar_t *t = p_;
    bool entity = false;
    while (p_ < end_ && *p_ != quote) {
      if (*p_ == '<' || bad(*p_)) fail(L"An invalid character was found.");
      entity = entity || *p_ == '&' || *p_ == '\r';
      p_++;
    }
    if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
    a.value = {t, (size_t)(p_ - t)};
    if (entity) {
      kept_.push_back(std::make_unique<std::wstring>());
      decode(t, p_, kept_.back().get());
      a.value = *kept_.back();
    }
    p_++;
    if (kept_.size() > 4096 && tag.attributes.empty()) kept_.erase(kept_.begin(), kept_.end() - 64);
    return a;
  }
  void decode(const wchar_t *t, const wchar_t *e, std::wstring *out) {
    while (t < e) {
      if (bad(*t)) fail(L"An invalid character was found.");
      if (*t == '\r') {  // line ends are made one character
        out->push_back('\n');
        t += t + 1 < e && t[1] == '\n' ? 2 : 1;
        continue;
      }
      if (*t != '&') { out->push_back(*t++); continue; }
      const wchar_t *s = wmemchr(t, ';', e - t);
      if (!s) fail(L"An error occurred while parsing EntityName.");
      entity({t + 1, (size_t)(s - t - 1)}, out);
      t = s + 1;
    }
  }
  void entity(std::wstring_view n, std::wstring *out) {
    static const struct { const wchar_t *name; wchar_t c; } known[] = {{L"lt", '<'}, {L"gt", '>'}, {L"amp", '&'}, {L"quot", '"'}, {L"apos", '\''}};
    for (auto &k : known)
      if (n == k.name) { out->push_back(k.c); return; }
    if (n.size() < 2 || n[0] != '#') fail(L"Reference to undeclared entity '" + std::wstring(n) + L"'.");
    bool hex = n[1] == 'x';
    unsigned long code = wcstoul(std::wstring(n.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10);
    if (code > 0xffff) {
      code -= 0x10000;
      out->push_back((wchar_t)(0xd800 + (code >> 10)));
      out->push_back((wchar_t)(0xdc00 + (code & 0x3ff)));
    } else {
      out->push_back((wchar_t)code);
    }
  }

  const wchar_t *begin_, *p_, *end_;
  std::vector<std::wstring_view> open_;
  std::vector<std::unique_ptr<std::wstring>> kept_;
};

/** Makes objects of markup, with the component's own ways of losing some. */
class Builder {
 public:
  explicit Builder(std::wstring_view xml) : m_(xml) {}

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
      v = typed(k, text, false);
    } else {
      if (!c || !known(c)) throw NetError(Net::Serialization, L"Cannot resolve '" + std::wstring(t.name) + L"' type.");
      if (t.closed && wantsEnd(c) && wcscmp(c->name, L"Document")) throw ArgumentError(L"Name cannot be empty.\r\nParameter name: name", L"Name cannot be empty.\r\nParameter name: name");
      v = object(c, t).value();
    }
    m_.finish();
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
      if (const Node *n = shape->attribute(a.name)) {
        if (n->member->result.isEnum) o->slot(n->slot) = Value::integer(enumValue(n->member, a.value));
        else o->slot(n->slot) = typed(n->member->result.kind, a.value, false);
      } else if (shape->fieldAttributes) {
        size_t bar = a.name.find('_');
        Kind k = bar == std::wstring_view::npos ? Kind::Null : kindOfTypeName(a.name.substr(0, bar));
        if (k == Kind::Null) o->bag().list.push_back({nameOf(a.name), Value::text(a.value), nullptr});
        else o->bag().list.push_back({nameOf(a.name.substr(bar + 1)), typed(k, a.value, true), nullptr});
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
    while (m_.next(&x, texts ? nullptr : &text)) {
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
    while (m_.next(&x, nullptr)) {
      namespaces(x);
      if (!wcscmp(o->cls->element, L"BSTR")) {
        std::wstring s;
        content(x, &s);
        listAdd(o, Value::text(s));
        continue;
      }
      const Class *c = classOf(x.name);
      if (!c || !known(c)) { m_.skip(x); continue; }
      bool swallows = x.closed && wantsEnd(c);
      Ref r = object(c, x);
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
  /** What follows a closed Row becomes a field of it, named Row; with a second one the row itself is lost. */
  bool swallowRows(Obj *row) {
    Tag x;
    int n = 0;
    while (m_.next(&x, nullptr)) {
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
    for (auto &a : x.attributes)
      if (a.name == L"clr:Type") {
        k = kindOfTypeName(a.value);
        c = classOf(a.value);
      }
    if (c && k == Kind::Null) return object(c, x).value();
    std::wstring s;
    content(x, &s);
    if (k == Kind::Null) return s == L"null" ? Value() : Value::text(s);
    return typed(k, s, false);
  }
  void fieldsOf(Obj *o, const Tag &t) { fields(o->bag(), t); }
  void fields(Fields &b, const Tag &t) {
    if (t.closed) return;
    Tag x;
    while (m_.next(&x, nullptr)) {
      if (x.name != L"FieldValue") { m_.skip(x); continue; }
      Value name;
      for (auto &a : x.attributes)
        if (a.name == L"fieldName") name = nameOf(a.value);
      if (x.closed) { m_.skipToEnd(); return; }
      Tag y;
      Value v;
      bool any = false;
      while (m_.next(&y, nullptr)) {
        namespaces(y);
        if (y.name != L"Value") { m_.skip(y); continue; }
        if (y.closed) { m_.skipToEnd(2); return; }  // a closed Value loses its field and those after it
        v = value(y);
        any = true;
      }
      if (any) b.list.push_back({name, v, nullptr});
    }
  }

  Markup m_;
  bool clr_ = false;
  std::unordered_map<std::wstring_view, Value> names_;
};

}  // namespace

Value fromXml(std::wstring_view xml) {
  if (xml.empty()) return Value();
  if (xml[0] == 0xfeff) throw NetError(Net::Xml, L"Data at the root level is invalid. Line 1, position 1.");
  return Builder(xml).root();
}
Value fromXmlFile(const std::wstring &path) {
  std::string bytes;
  NetError broken(Net::Serialization, L"Ошибка при десериализации файла '" + path + L"'.");
  if (!readWhole(path, &bytes)) throw broken;
  std::string_view b = bytes;
  if (b.substr(0, 3) == "\xEF\xBB\xBF") b.remove_prefix(3);
  try {
    return fromXml(utf16(b));
  } catch (const NetError &) {
    throw broken;
  }
}
void toXmlFile(const Value &v, const std::wstring &path) {
  if (!writeWhole(path, "\xEF\xBB\xBF" + utf8(toXml(v)), false)) throw NetError(Net::Serialization, L"Ошибка при сериализации в файл '" + path + L"'.");
}
