// Products, users, fields and device infos: what is computed of their properties.
#include "base.h"
#include "errors.h"
#include "schema.h"

static Value basePacking(Obj *p, Args &) {
  Obj *list = p->child(L"Packings");
  if (list->list)
    for (auto &v : list->list->items)
      if (v.o()->text(L"Id") == p->text(L"BasePackingId")) return v;
  return Value();
}
static Value createdByUser(Obj *k, Args &) {
  if (!k->parent) throw NullReference();
  return Value::boolean(false);
}
static Value none(Obj *, Args &) { return Value(); }
static Value convertTo(Obj *k, Args &a) {
  if (!a[1].o()) throw NullReference();
  return Value::real(a[0].d() * k->at(L"UnitsQuantity").d() / a[1].o()->at(L"UnitsQuantity").d());
}
static Value convertFrom(Obj *k, Args &a) {
  if (!a[1].o()) throw NullReference();
  return Value::real(a[0].d() * a[1].o()->at(L"UnitsQuantity").d() / k->at(L"UnitsQuantity").d());
}
static Register p1(L"Product.BasePacking", basePacking), p2(L"Packing.CreatedByUser", createdByUser), p3(L"Packing.Product", none), p4(L"Packing.ConvertTo", convertTo), p5(L"Packing.ConvertFrom", convertFrom);

// ---- names

template <int W> static Value uni(Obj *o, Args &) {
  const Value &n = o->at(W == 0 ? L"FieldName" : L"Name");
  return n.s().empty() ? Value() : Value::text(uniOf(n.s()));
}
static Value aStruct(Obj *, Args &) { return Value::integer(0, Kind::TimeSpan); }
static Value fullscreen(Obj *o, Args &) { return o->at(L"Fullscreen"); }
static Value searchOrder(Obj *, Args &) { return create(L"DataSearchModeCollection").value(); }
static Register u1(L"FieldInfo.Uni", uni<0>), u2(L"DocumentType.Uni", uni<1>), u3(L"DocumentTableInfo.Uni", uni<1>), u4(L"DocumentType.DefaultMainButtonHeight", aStruct), u5(L"DocumentType.FullscreenValue", fullscreen), u6(L"DocumentTableInfo.SearchOrder", searchOrder), u7(L"ProductSchema.SearchOrder", searchOrder), u8(L"Environment.CellSearchOrder", searchOrder);

// ---- users

template <int W> struct Secret {
  static const wchar_t *name() { return W == 0 ? L"Password" : L"Barcode"; }
  static Value get(Obj *u, Args &) { return u->at(name()); }
  static Value put(Obj *u, Args &a) {
    u->at(name()) = a[0];
    u->at(L"PlainSecrets") = Value::boolean(true);  // leaves hashed
    return Value();
  }
};
static Value groupName(Obj *u, Args &) { return u->at(L"GroupId"); }
static Value setGroupName(Obj *u, Args &a) { u->at(L"GroupId") = a[0]; return Value(); }
static Value warehouseIds(Obj *u, Args &) {
  std::wstring s;
  Obj *ids = u->child(L"WarehouseIds");
  if (ids->list)
    for (auto &v : ids->list->items) s += (s.empty() ? L"" : L",") + std::wstring(v.s());
  return Value::text(s);
}
static Value setWarehouseIds(Obj *u, Args &a) {
  Obj *ids = u->child(L"WarehouseIds");
  while (ids->count()) listRemoveAt(ids, 0);
  std::wstring s(a[0].s());
  for (size_t at = 0; at < s.size();) {
    size_t n = s.find(',', at);
    listAdd(ids, Value::text(s.substr(at, n == std::wstring::npos ? n : n - at)));
    if (n == std::wstring::npos) break;
    at = n + 1;
  }
  return Value();
}
static Value warehouses(Obj *u, Args &) {
  Ref r = create(L"WarehouseCollection");
  Base *b = currentBase();
  Obj *ids = u->child(L"WarehouseIds"), *all = b ? b->warehouses() : nullptr;
  if (all && all->list)
    for (auto &w : all->list->items)
      if (listIndexOf(ids, w.o()->at(L"Id")) >= 0) listAdd(r.get(), copyOf(w.o()).value());
  return r.value();
}
static Register s1(L"User.Password", Secret<0>::get, Secret<0>::put), s2(L"User.Barcode", Secret<1>::get, Secret<1>::put), s3(L"User.GroupName", groupName, setGroupName), s4(L"User.WarehouseIdsString", warehouseIds, setWarehouseIds), s5(L"User.Warehouses", warehouses);

// ---- devices: a few properties live among the additional fields

template <int W> struct Additional {
  static Value name() { return Value::text(W == 0 ? L"GSMOperatorName" : L"WifiNetworkStationName"); }
  static Value get(Obj *d, Args &) {
    Field *f = d->bag().find(name().s());
    return f ? d->bag().valueOf(*f) : Value();
  }
  static Value put(Obj *d, Args &a) { d->bag().set(name(), a[0]); return Value(); }
};
static Value no(Obj *, Args &) { return Value::boolean(false); }
static Value noNetwork(Obj *, Args &) { return Value::text(russian() ? L"Нет сети" : L"No network"); }
static Register v1(L"DeviceInfo.GSMOperatorName", Additional<0>::get, Additional<0>::put), v2(L"DeviceInfo.WifiNetworkStationName", Additional<1>::get, Additional<1>::put), v3(L"DeviceInfo.HasCustomName", no), v4(L"DeviceInfo.Licensed", no), v5(L"DeviceInfo.GSMShortDescription", noNetwork), v6(L"DeviceInfo.WifiShortDescription", noNetwork), v7(L"DeviceInfo.Document", none);
