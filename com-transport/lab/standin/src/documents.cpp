// Documents and their lines: what is computed, and how states follow.
#include <cmath>

#include "base.h"
#include "errors.h"
#include "schema.h"

static bool isNamed(Obj *o, const wchar_t *cls) { return o && !wcscmp(o->cls->name, cls); }
static Ref copyOrNull(Obj *o) { return o ? copyOf(o) : Ref(); }

// ---- Expandable

static Value get(Obj *o, Args &a) { return getField(o, a[0]); }
static Value set(Obj *o, Args &a) { setField(o, a[0], a[1]); return Value(); }
static Value getString(Obj *o, Args &a) {
  Value v = getField(o, a[0]);
  return v.isNull() ? Value() : Value::text(cultureText(v));
}
static Value getDouble(Obj *o, Args &a) {
  Value v = getField(o, a[0]), x;
  if (v.isNull()) return Value::real(0);
  if (!convert(v, Kind::R8, &x)) throw NetError(Net::Format, L"Входная строка имела неверный формат.", L"Input string was not in a correct format.");
  return x;
}
/** About declarations: a typed property or a declared field, never a value. */
static Value containsField(Obj *o, Args &a) {
  const Member *m = o->cls->property(a[0].s());
  return Value::boolean((m && !m->hidden) || declaration(o, a[0].s()));
}
static Value fields(Obj *o, Args &) {
  Ref f = create(L"FieldValueCollection");
  f->fieldsOf = o;
  o->keep();
  return f.value();
}
static Value associated(Obj *o, Args &a) { return copyOrNull(declaration(o, a[0].s())).value(); }
static Register e1(L"Expandable.GetField", get), e2(L"Expandable.SetField", set), e3(L"Expandable.GetStringField", getString), e4(L"Expandable.GetDoubleField", getDouble), e5(L"Expandable.ContainsField", containsField), e6(L"Expandable.Fields", fields), e7(L"Document.GetField", get), e8(L"DocumentItem.GetField", get), e9(L"Row.SetField", set), e10(L"Row.Item", get), e11(L"Row.GetAssociatedFieldInfo", associated), e12(L"Document.GetAssociatedFieldInfo", associated), e13(L"DocumentItem.GetAssociatedFieldInfo", associated), e14(L"Product.GetAssociatedFieldInfo", associated), e15(L"Packing.GetAssociatedFieldInfo", associated);

// ---- states

static List *statesOf(Obj *d) { return &d->child(L"States")->items(); }
static bool anyState(Obj *d, const wchar_t *what) {
  for (auto &s : statesOf(d)->items)
    if (s.o()->at(what).i()) return true;
  return false;
}
static Value lastDate(Obj *d, const wchar_t *date) {
  Value best = Value::date(0);
  for (auto &s : statesOf(d)->items)
    if (s.o()->at(date).i() > best.i()) best = s.o()->at(date);
  return best;
}
static Obj *stateOf(Obj *d, std::wstring_view user, bool make) {
  for (auto &s : statesOf(d)->items)
    if (s.o()->text(L"UserId") == user) return s.o();
  if (!make) return nullptr;
  Ref s = create(L"DocumentState");
  s->at(L"UserId") = Value::text(user);
  listAdd(d->child(L"States"), s.value());
  return s.get();
}
static void setState(Obj *s, const wchar_t *what, bool on) {
  s->at(what) = Value::boolean(on);
  s->at(std::wstring(what) + L"Date") = Value::date(ticksNow(), DateKind::Local);
}
static void setAll(Obj *d, const wchar_t *what, bool on) {
  if (statesOf(d)->items.empty()) stateOf(d, L"", true);
  for (auto &s : statesOf(d)->items)
    if ((s.o()->at(what).i() != 0) != on) setState(s.o(), what, on);
}
template <int W> struct State_ {
  static const wchar_t *what() { return W == 0 ? L"Modified" : W == 1 ? L"InProcess" : L"Finished"; }
  static Value get(Obj *d, Args &) { return Value::boolean(anyState(d, what())); }
  static Value put(Obj *d, Args &a) { setAll(d, what(), a[0].i()); return Value(); }
  static Value of(Obj *d, Args &a) { Obj *s = stateOf(d, a[0].s(), false); return Value::boolean(s && s->at(what()).i()); }
  static Value setOf(Obj *d, Args &a) { setState(stateOf(d, a[0].s(), true), what(), a[1].i()); return Value(); }
};
static Value modifiedDate(Obj *d, Args &) { return lastDate(d, L"ModifiedDate"); }
static Value finishedDate(Obj *d, Args &) { return lastDate(d, L"FinishedDate"); }
static Value processingTime(Obj *, Args &) { return Value::integer(0, Kind::TimeSpan); }
static Register s1(L"Document.Modified", State_<0>::get, State_<0>::put), s2(L"Document.InProcess", State_<1>::get, State_<1>::put), s3(L"Document.Finished", State_<2>::get, State_<2>::put), s4(L"Document.GetStateModified", State_<0>::of), s5(L"Document.GetStateInProcess", State_<1>::of), s6(L"Document.GetStateFinished", State_<2>::of), s7(L"Document.SetStateModified", State_<0>::setOf), s8(L"Document.SetStateInProcess", State_<1>::setOf), s9(L"Document.SetStateFinished", State_<2>::setOf), s10(L"Document.ModifiedDate", modifiedDate), s11(L"Document.FinishedDate", finishedDate), s12(L"DocumentState.ProcessingTime", processingTime);

// ---- lines

static Obj *documentOf(Obj *o) {
  for (; o; o = o->parent)
    if (isNamed(o, L"Document")) return o;
  return nullptr;
}
static double declared(Obj *i) { return i->at(L"DeclaredQuantity").d(); }
static double current(Obj *i) { return i->at(L"CurrentQuantity").d(); }
static Value overload(Obj *i, Args &) { return Value::real(current(i) - declared(i)); }
static Value underload(Obj *i, Args &) { return Value::real(declared(i) - current(i)); }
static Value unequal(Obj *i, Args &) { return Value::boolean(current(i) != declared(i)); }
static Value boundLine(Obj *i, Args &) {
  Obj *d = documentOf(i);
  const Value uid = i->at(L"BlUid");
  if (!d || uid.s().empty()) return Value();
  Obj *lines = d->child(L"DeclaredItems");
  if (lines->list)
    for (auto &v : lines->list->items)
      if (v.o()->text(L"Uid") == uid.s()) return v;
  return Value();
}
static Value bindLine(Obj *i, Args &a) {
  i->at(L"BlUid") = a[0].o() ? a[0].o()->at(L"Uid") : Value();
  return Value();
}
static Obj *productOf(Obj *i) {
  Base *b = currentBase();
  return b && !i->text(L"ProductId").empty() ? b->products()->find(i->text(L"ProductId")) : nullptr;
}
static Obj *packingOf(Obj *i) {
  Obj *p = productOf(i);
  Obj *list = p ? p->child(L"Packings") : nullptr;
  if (list && list->list)
    for (auto &v : list->list->items)
      if (v.o()->text(L"Id") == i->text(L"PackingId")) return v.o();
  return nullptr;
}
static Value product(Obj *i, Args &) { return copyOrNull(productOf(i)).value(); }
static Value packing(Obj *i, Args &) { return copyOrNull(packingOf(i)).value(); }
/** A line's own text, else its product's. */
template <int W> struct OfProduct {
  static Value get(Obj *i, Args &) {
    static const wchar_t *own[] = {L"ProductName", L"ProductMarking", L"ProductBarcode"}, *theirs[] = {L"Name", L"Marking", L"Barcode"};
    const Value &v = i->at(own[W]);
    Obj *p = v.s().empty() ? productOf(i) : nullptr;
    return p ? Value::text(p->text(theirs[W])) : Value::text(v.s());
  }
};
static Value packingName(Obj *i, Args &) {
  const Value &v = i->at(L"PackingName");
  Obj *k = v.s().empty() ? packingOf(i) : nullptr;
  return k ? Value::text(k->text(k->text(L"Name").empty() ? L"Id" : L"Name")) : Value::text(v.s());
}
static Value packingUnits(Obj *i, Args &) {
  const Value &v = i->at(L"PackingUnitsQuantity");
  Obj *k = v.d() == 0 ? packingOf(i) : nullptr;
  return k ? k->at(L"UnitsQuantity") : v;
}
template <int W> struct Stored {
  static const wchar_t *name() {
    static const wchar_t *all[] = {L"ProductName", L"ProductMarking", L"ProductBarcode", L"PackingName", L"PackingUnitsQuantity", L"RegisteredDate", L"FirstStorageBarcode", L"SecondStorageBarcode"};
    return all[W];
  }
  static Value get(Obj *i, Args &) { return i->at(name()); }
  static Value put(Obj *i, Args &a) { i->at(name()) = a[0]; return Value(); }
};
static Value lastEditBy(Obj *, Args &) { return Value(); }
static Value without(Obj *i, Args &) { return Value::boolean(i->text(L"ProductId").empty()); }
static Value withoutPacking(Obj *i, Args &) { return Value::boolean(i->text(L"PackingId").empty()); }
static Value cloneLine(Obj *i, Args &) { return copyOf(i).value(); }
static Register l1(L"DocumentItem.Overload", overload), l2(L"DocumentItem.Underload", underload), l3(L"DocumentItem.RemainsQuantity", underload), l4(L"DocumentItem.UnderloadedOrOverloaded", unequal), l5(L"DocumentItem.BindedLine", boundLine, bindLine), l6(L"DocumentItem.Product", product), l7(L"DocumentItem.Packing", packing), l8(L"DocumentItem.ProductName", OfProduct<0>::get, Stored<0>::put), l9(L"DocumentItem.ProductMarking", OfProduct<1>::get, Stored<1>::put), l10(L"DocumentItem.ProductBarcode", OfProduct<2>::get, Stored<2>::put), l11(L"DocumentItem.PackingName", packingName, Stored<3>::put), l12(L"DocumentItem.PackingUnitsQuantity", packingUnits, Stored<4>::put), l13(L"DocumentItem.RegistrationDate", Stored<5>::get, Stored<5>::put), l14(L"DocumentItem.FirstCellId", Stored<6>::get, Stored<6>::put), l15(L"DocumentItem.SecondCellId", Stored<7>::get, Stored<7>::put), l16(L"DocumentItem.LastEditBy", lastEditBy), l17(L"DocumentItem.IsWithoutProduct", without), l18(L"DocumentItem.IsWithoutPacking", withoutPacking), l19(L"DocumentItem.Clone", cloneLine);

// ---- collections of lines

static void loaded(Obj *list) {
  if (list->list && list->list->lazy) throw NetError(Net::InvalidOperation, L"Внутренняя ошибка получения объекта доступа к серверу для загрузки строк документа.", L"Internal error getting the server access object to load document lines.");
}
static const std::vector<Value> &linesOf(Obj *list) { return list->items().items; }
static bool under(Obj *list) {
  for (auto &v : linesOf(list))
    if (current(v.o()) < declared(v.o())) return true;
  return false;
}
static bool over(Obj *list) {
  for (auto &v : linesOf(list))
    if (current(v.o()) > declared(v.o())) return true;
  return false;
}
template <int W> static Value verdict(Obj *list) {
  bool u = under(list), o = over(list);
  return Value::boolean(W == 0 ? !u : W == 1 ? o : W == 2 ? u : u || o);
}
template <int W> struct Verdict {
  static Value ofList(Obj *o, Args &) { loaded(o); return verdict<W>(o); }
  static Value ofDocument(Obj *o, Args &) { return verdict<W>(o->child(L"DeclaredItems")); }
};
static double units(Obj *i) {
  Obj *k = packingOf(i);
  return k ? k->at(L"UnitsQuantity").d() : 1;
}
template <bool Plan> static Value sum(Obj *o, Args &) {
  loaded(o);
  double s = 0;
  for (auto &v : linesOf(o)) s += (Plan ? declared(v.o()) : current(v.o())) * units(v.o());
  return Value::real(s);
}
static Value lazy(Obj *o, Args &) { return Value::boolean(o->list && o->list->lazy); }
static Value lazyCount(Obj *, Args &) { return Value::integer(-1); }
static Value document(Obj *o, Args &) { return Value::object(documentOf(o)); }
static Value loadAll(Obj *o, Args &) { loaded(o); return Value(); }
static Value isLoaded(Obj *o, Args &) { return Value::boolean(!(o->list && o->list->lazy)); }
static Value notLoading(Obj *, Args &) { return Value::boolean(false); }
static Value setForAll(Obj *o, Args &a) {
  loaded(o);
  for (auto &v : linesOf(o)) setField(v.o(), a[0], a[1]);
  return Value();
}
static Value findField(Obj *o, Args &a) {
  loaded(o);
  Ref r = create(L"DocumentItemCollection");
  for (auto &v : linesOf(o)) {
    Value x = getField(v.o(), a[0]), y;
    if (x.kind() == a[1].kind() ? cultureText(x) == cultureText(a[1]) : convert(a[1], x.kind(), &y) && cultureText(x) == cultureText(y)) r->items().items.push_back(v);
  }
  return r.value();
}
static Register c1(L"DocumentItemCollection.Completed", Verdict<0>::ofList), c2(L"DocumentItemCollection.Overloaded", Verdict<1>::ofList), c3(L"DocumentItemCollection.Underloaded", Verdict<2>::ofList), c4(L"DocumentItemCollection.UnderloadedOrOverloaded", Verdict<3>::ofList), c5(L"DocumentItemCollection.IsLazy", lazy), c6(L"DocumentItemCollection.LazyCount", lazyCount), c7(L"DocumentItemCollection.Document", document), c8(L"DocumentItemCollection.LoadAll", loadAll), c9(L"DocumentItemCollection.IsLoaded", isLoaded), c10(L"DocumentItemCollection.IsLoading", notLoading), c11(L"DocumentItemCollection.SetFieldValue", setForAll), c12(L"DocumentItemCollection.SetField", setForAll), c13(L"DocumentItemCollection.FindByField", findField), c14(L"DocumentItemCollection.CurrentQuantityInUnits", sum<false>), c15(L"DocumentItemCollection.DeclaredQuantityInUnits", sum<true>), c16(L"DocumentTableCollection.IsLazy", lazy), c17(L"DocumentTableCollection.LazyCount", lazyCount), c18(L"DocumentTableCollection.Document", document), c19(L"DocumentTableCollection.LoadAll", loadAll);

// ---- documents

/** Plan and fact lines put together by product, packing, cells and fields, anew on each read. */
static bool combines(Obj *a, Obj *b) {
  for (auto p : {L"ProductId", L"PackingId", L"FirstStorageId", L"SecondStorageId", L"FirstStorageBarcode", L"SecondStorageBarcode", L"SSCC"})
    if (a->text(p) != b->text(p)) return false;
  auto &x = a->bag().list;
  auto &y = b->bag().list;
  if (x.size() != y.size()) return false;
  for (auto &f : x) {
    Field *g = b->bag().find(f.name.s());
    if (!g || cultureText(b->bag().valueOf(*g)) != cultureText(a->bag().valueOf(f))) return false;
  }
  return true;
}
static Obj *lineFor(Obj *list, Obj *line) {
  for (auto &v : linesOf(list))
    if (combines(v.o(), line)) return v.o();
  Ref n = copyOf(line);
  n->at(L"Uid") = Value::text(newGuid());
  n->at(L"CreatedBy") = Value::integer(3);
  n->at(L"BlUid") = Value();
  for (auto p : {L"ProductName", L"ProductMarking", L"ProductBarcode", L"PackingName"}) n->at(p) = Value();
  n->at(L"DeclaredQuantity") = n->at(L"CurrentQuantity") = Value::real(0);
  listAdd(list, n.value());
  return n.get();
}
static void plus(Obj *line, const wchar_t *what, double d) { line->at(what) = Value::real(line->at(what).d() + d); }
static Value combined(Obj *d, Args &a) {
  Ref r = create(L"DocumentItemCollection");
  Obj *fact = d->child(L"CurrentItems"), *plan = d->child(L"DeclaredItems");
  loaded(fact);
  loaded(plan);
  for (auto &v : linesOf(fact)) {
    Obj *line = lineFor(r.get(), v.o());
    plus(line, L"CurrentQuantity", current(v.o()));
    Obj *bound = boundLine(v.o(), a).o();  // the plan that a fact line fulfils moves to the fact's place
    if (bound && !combines(bound, v.o())) {
      plus(line, L"DeclaredQuantity", current(v.o()));
      Obj *rest = lineFor(r.get(), bound);
      plus(rest, L"CurrentQuantity", -current(v.o()));
    }
  }
  for (auto &v : linesOf(plan)) {
    double moved = 0;
    for (auto &f : linesOf(fact))
      if (f.o()->text(L"BlUid") == v.o()->text(L"Uid") && !combines(f.o(), v.o())) moved += current(f.o());
    plus(lineFor(r.get(), v.o()), L"DeclaredQuantity", declared(v.o()) - moved);
  }
  return r.value();
}
static Value documentTypeOf(Obj *d, Args &) { return copyOrNull(documentType(d->text(L"DocumentTypeName"))).value(); }
static Value declaredItems(Obj *d, Args &) { return Value::object(d->child(L"DeclaredItems")); }
static Value currentItems(Obj *d, Args &) { return Value::object(d->child(L"CurrentItems")); }
static Value deleteLine(Obj *d, Args &a) {
  if (a.size() != 1) throw NetError(Net::NotSupported, L"Document.DeleteItem of a quantity is not imitated by the stand-in");
  int64_t i = listIndexOf(d->child(L"CurrentItems"), a[0]);
  if (i >= 0) listRemoveAt(d->child(L"CurrentItems"), i);
  return Value::boolean(i >= 0);
}
static Register d1(L"Document.CombinedItems", combined), d2(L"Document.DocumentType", documentTypeOf), d3(L"Document.Completed", Verdict<0>::ofDocument), d4(L"Document.Overloaded", Verdict<1>::ofDocument), d5(L"Document.Underloaded", Verdict<2>::ofDocument), d6(L"Document.UnderloadedOrOverloaded", Verdict<3>::ofDocument), d7(L"Document.GetDeclaredItems", declaredItems), d8(L"Document.GetCurrentItems", currentItems), d9(L"Document.DeleteItem", deleteLine);

/** Appointed automatically, or given out by barcode: one or the other. */
static Value autoAppointed(Obj *d, Args &) { return Value::boolean(!d->at(L"DistributeByBarcode").i()); }
static Value byBarcode(Obj *d, Args &) { return d->at(L"DistributeByBarcode"); }
static Value setAutoAppointed(Obj *d, Args &a) { d->at(L"DistributeByBarcode") = Value::boolean(!a[0].i()); return Value(); }
static Value setByBarcode(Obj *d, Args &a) { d->at(L"DistributeByBarcode") = a[0]; return Value(); }
static Register d10(L"Document.AutoAppointed", autoAppointed, setAutoAppointed), d11(L"Document.DistributeByBarcode", byBarcode, setByBarcode);

static Value rowsCount(Obj *t, Args &) { return Value::integer((int64_t)t->child(L"Rows")->count()); }
static Value tableName(Obj *t, Args &) { return t->at(L"Name"); }
static Value renameTable(Obj *t, Args &a) {
  if (a[0].s().find(' ') != std::wstring_view::npos) throw ArgumentError(L"Имя таблицы не может содержать пробелы.", L"The name of a table must not contain spaces.");
  t->at(L"Name") = a[0];
  return Value();
}
static Value tableOf(Obj *o, Args &) {
  for (Obj *p = o->parent; p; p = p->parent)
    if (isNamed(p, L"DocumentTable")) return Value::object(p);
  return Value();
}
static Register t1(L"DocumentTable.RowsCount", rowsCount), t2(L"DocumentTable.ReadonlyName", tableName), t3(L"DocumentTable.Document", document), t4(L"Row.DocumentTable", tableOf), t5(L"RowCollection.DocumentTable", tableOf), t6(L"DocumentTableInfo.Name", tableName, renameTable);
