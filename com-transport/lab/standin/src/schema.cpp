#include "schema.h"

#include "base.h"
#include "errors.h"

static bool isNamed(Obj *o, const wchar_t *cls) { return o && !wcscmp(o->cls->name, cls); }

Obj *documentType(std::wstring_view name) {
  Base *b = currentBase();
  if (!b || name.empty()) return nullptr;
  Obj *types = b->environment()->child(L"DocumentTypes");
  if (types->list)
    for (auto &v : types->list->items)
      if (v.o()->text(L"Name") == name) return v.o();
  return nullptr;
}
static Obj *documentOf(Obj *o) {
  for (; o; o = o->parent)
    if (isNamed(o, L"Document")) return o;
  return nullptr;
}
static Obj *inFields(Obj *fields, std::wstring_view name) {
  if (fields->list)
    for (auto &v : fields->list->items)
      if (sameName(v.o()->text(L"FieldName"), name)) return v.o();
  return nullptr;
}
Obj *declaration(Obj *o, std::wstring_view field) {
  if (isNamed(o, L"Product") || isNamed(o, L"Packing")) {
    Base *b = currentBase();
    return b ? inFields(b->environment()->child(L"ProductSchema")->child(L"Fields"), field) : nullptr;
  }
  bool line = isNamed(o, L"DocumentItem");
  if (!line && !isNamed(o, L"Document")) return nullptr;
  Obj *document = documentOf(o);
  if (document) {
    Obj *type = documentType(document->text(L"DocumentTypeName"));
    return type ? inFields(type->child(line ? L"Columns" : L"Fields"), field) : nullptr;
  }
  // a line of no document takes the declaration of any type, as observed
  Base *b = currentBase();
  Obj *types = b ? b->environment()->child(L"DocumentTypes") : nullptr;
  if (types && types->list)
    for (auto &t : types->list->items)
      if (Obj *found = inFields(t.o()->child(L"Columns"), field)) return found;
  return nullptr;
}
Kind declaredKind(Obj *o, std::wstring_view field) {
  Obj *d = declaration(o, field);
  return d ? kindOfTypeName(d->text(L"FieldType")) : Kind::Null;
}
static std::wstring invariantText(const Value &v) {
  switch (v.kind()) {
    case Kind::Date: return xmlDate(v);
    case Kind::R8: return plainReal(v.d(), 15, '.');
    case Kind::R4: return plainReal(v.d(), 7, '.');
    case Kind::Decimal: return decimalText(v.dec(), '.');
    default: return cultureText(v);
  }
}
static bool declaredText(Kind kind, std::wstring_view s, Value *out) {
  std::wstring point(s);
  for (wchar_t &c : point)
    if (c == ',') c = '.';
  double d;
  bool b;
  Decimal x;
  switch (kind) {
    case Kind::R8: case Kind::R4:
      if (!parseReal(point, '.', 0, &d)) return false;
      *out = Value::real(d, kind);
      return true;
    case Kind::Decimal:
      if (!parseDecimal(point, '.', true, &x)) return false;
      *out = Value::decimal(x);
      return true;
    case Kind::Bool:
      if (sameName(s, L"да") || s == L"1") b = true;
      else if (sameName(s, L"нет") || s == L"0" || s.empty()) b = false;
      else if (!parseBool(s, &b)) return false;
      *out = Value::boolean(b);
      return true;
    case Kind::Date: return parseXmlDate(s, out);
    default: return convert(Value::text(s), kind, out);
  }
}
Value declaredValue(std::wstring_view field, Kind kind, const Value &v) {
  if (v.kind() == kind || v.is(Kind::DbNull)) return v;
  if (v.isNull()) return kind == Kind::String ? Value::text(L"") : defaultOf(kind);
  if (kind == Kind::String) return Value::text(invariantText(v));
  Value x;
  bool ok = v.is(Kind::String) ? declaredText(kind, v.s(), &x) : kind != Kind::Date && convert(v, kind, &x);
  if (ok) return x;
  std::wstring text = std::wstring(field) + L"= (" + typeName(kind) + L")'" + invariantText(v) + L"'";
  throw NetError(Net::Exception, L"Не удалось выполнить " + text, L"Failed to execute " + text);
}

std::wstring uniOf(std::wstring_view name) {
  static const wchar_t *latin[] = {L"A", L"B", L"V", L"G", L"D", L"E", L"Zh", L"Z", L"I", L"J", L"K", L"L", L"M", L"N", L"O", L"P", L"R", L"S", L"T", L"U", L"F", L"H", L"C", L"Ch", L"Sh", L"Shh", L"", L"Y", L"", L"E", L"Yu", L"Ya"};
  auto cyrillic = [](wchar_t c) { return (c >= 0x410 && c <= 0x44f) || c == 0x401 || c == 0x451; };
  bool any = false;
  for (wchar_t c : name) any = any || cyrillic(c);
  if (!any) return std::wstring(name);
  std::wstring r;
  bool first = false;
  bool spaces = name.find(' ') != std::wstring_view::npos;
  for (size_t i = 0; i < name.size(); i++) {
    wchar_t c = name[i];
    if (c == ' ') { first = true; continue; }
    if (i == 0 && spaces) first = true;
    std::wstring t(1, c);
    if (cyrillic(c)) {
      bool small = c >= 0x430;
      t = c == 0x401 || c == 0x451 ? L"Yo" : latin[(c >= 0x430 ? c - 0x20 : c) - 0x410];
      if (small)
        for (wchar_t &x : t) x = lower(x);
    }
    if (first && !t.empty() && t[0] >= 'a' && t[0] <= 'z') t[0] -= 32;
    first = false;
    r += t;
  }
  return r;
}
