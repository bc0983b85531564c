// StorageConnector: reading and writing of documents, products, tables, cells and directories.
#include "connector.h"
#include "errors.h"
#include "schema.h"

static Value copyOrNull(Obj *o) { return o ? copyOf(o).value() : Value(); }

// ---- documents

static void refuseLazy(Obj *d) {
  for (auto n : {L"DeclaredItems", L"CurrentItems"})
    if (d->child(n)->list && d->child(n)->list->lazy) throw NetError(Net::InvalidOperation, L"Внутренняя ошибка получения объекта доступа к серверу для загрузки строк документа.", L"Internal error getting the server access object to load document lines.");
}
static bool isFinished(Obj *d) {
  Obj *s = d->child(L"States");
  if (s->list)
    for (auto &v : s->list->items)
      if (v.o()->at(L"Finished").i()) return true;
  return false;
}
static Value documents(Obj *o, Args &a) {
  Ref r = create(L"DocumentCollection");
  List &to = r->items();
  for (Obj *d : selected(o)->documents()) {
    refuseLazy(d);
    if (!a[0].s().empty() && d->text(L"DocumentTypeName") != a[0].s()) continue;
    if (a[1].i() && !isFinished(d)) continue;
    Ref c = copyOf(d);
    adopt(c.get(), r.get());
    to.items.push_back(c.value());
  }
  return r.value();
}
static Value document(Obj *o, Args &a) {
  Base *b = selected(o);
  if (a[0].isNull()) throw ArgumentError(L"Идентификатор документа не задан.\r\nИмя параметра: documentId", L"The document's id is not set.\r\nParameter name: documentId");
  Obj *d = b->document(a[0].s());
  if (d) refuseLazy(d);
  return copyOrNull(d);
}
static Value documentsByIds(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  Ref r = create(L"DocumentCollection");
  for (auto &id : a[0].o()->items().items)
    if (Obj *d = b->document(id.s())) listAdd(r.get(), copyOf(d).value());
  return r.value();
}
static void store(Base *b, Obj *d) {
  if (!d || d->at(L"Id").isNull()) throw NullReference();
  b->saveDocument(d);
}
static Value setDocument(Obj *o, Args &a) { store(selected(o), a[0].o()); return Value(); }
static Value setDocuments(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  for (auto &d : a[0].o()->items().items) store(b, d.o());
  return Value();
}
static Value removeDocument(Obj *o, Args &a) { selected(o)->removeDocument(a[0].s()); return Value(); }
static Value removeDocuments(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  for (auto &d : a[0].o()->items().items) b->removeDocument(d.o()->text(L"Id"));
  return Value();
}
static Value removeByBarcode(Obj *o, Args &a) {
  Base *b = selected(o);
  for (Obj *d : b->documents()) {
    Ref kept(d);
    if (d->text(L"Barcode") == a[0].s()) b->removeDocument(d->text(L"Id"));
  }
  return Value();
}
static Register d1(L"StorageConnector.GetDocuments", documents), d2(L"StorageConnector.GetDocument", document), d3(L"StorageConnector.GetDocumentsByIds", documentsByIds), d4(L"StorageConnector.SetDocument", setDocument), d5(L"StorageConnector.SetDocuments", setDocuments), d6(L"StorageConnector.RemoveDocument", removeDocument), d7(L"StorageConnector.RemoveDocuments", removeDocuments), d8(L"StorageConnector.RemoveDocumentsByBarcode", removeByBarcode);

// ---- products

static const Products &book(Obj *o) {
  Base *b = selected(o);
  Connector &c = connector(o);
  if (!c.products) {
    c.products = b->products();
    c.productsVersion = b->productsVersion();
  }
  return *c.products;
}
static Value products(Obj *o, Args &) {
  const Products &p = book(o);
  Ref r = create(L"ProductsBook");
  r->at(L"Version") = Value::text(connector(o).productsVersion);
  Obj *list = r->child(L"Products");
  List &to = list->items();
  to.items.reserve(p.list.size());
  for (auto &v : p.list) {
    to.items.push_back(copyOf(v.o()).value());
    adopt(to.items.back().o(), list);
  }
  return r.value();
}
static Value productsCount(Obj *o, Args &) { return Value::integer((int64_t)book(o).list.size()); }
static Value productByIndex(Obj *o, Args &a) {
  const Products &p = book(o);
  return a[0].i() >= 0 && a[0].i() < (int64_t)p.list.size() ? copyOrNull(p.list[a[0].i()].o()) : Value();
}
static Value productById(Obj *o, Args &a) { return copyOrNull(selected(o)->products()->find(a[0].s())); }
static Value indexById(Obj *o, Args &) { selected(o); return Value::integer(-1); }
static Value productByMarking(Obj *o, Args &a) {
  for (auto &v : selected(o)->products()->list)
    if (v.o()->text(L"Marking") == a[0].s()) return copyOrNull(v.o());
  return Value();
}
static Value packed(Obj *product, Obj *packing) {
  Ref r = create(L"PackedProduct");
  Ref p = copyOf(product);
  r->at(L"Product") = p.value();
  Obj *list = p->child(L"Packings");
  if (list->list)
    for (auto &k : list->list->items)
      if (packing ? k.o()->text(L"Id") == packing->text(L"Id") : k.o()->text(L"Id") == p->text(L"BasePackingId")) r->at(L"Packing") = k;
  return r.value();
}
static Value productByBarcode(Obj *o, Args &a) {
  for (auto &v : selected(o)->products()->list) {
    if (v.o()->text(L"Barcode") == a[0].s()) return packed(v.o(), nullptr);
    Obj *list = v.o()->child(L"Packings");
    if (list->list)
      for (auto &k : list->list->items)
        if (k.o()->text(L"Barcode") == a[0].s()) return packed(v.o(), k.o());
  }
  return Value();
}
static Value productsByProp(Obj *o, Args &a) {
  Ref r = create(L"ProductCollection");
  for (auto &v : selected(o)->products()->list) {
    Value x = getField(v.o(), a[0]), y;
    if (!x.isNull() && convert(a[1], x.kind(), &y) && cultureText(x) == cultureText(y)) listAdd(r.get(), copyOf(v.o()).value());
  }
  return r.value();
}
static Value productByName(Obj *o, Args &) { selected(o); return Value(); }  // finds nothing, as observed
static bool containsWord(Obj *p, std::wstring_view word) {
  for (size_t i = 0; i < p->cls->slotMembers.size(); i++) {
    std::wstring_view s = p->slot((int)i).s();
    for (size_t at = 0; at + word.size() <= s.size(); at++)
      if (sameName(s.substr(at, word.size()), word)) return true;
  }
  return false;
}
static Value productsByWord(Obj *o, Args &a) {
  Ref r = create(L"ProductCollection");
  for (auto &v : selected(o)->products()->list)
    if (containsWord(v.o(), a[0].s())) listAdd(r.get(), copyOf(v.o()).value());
  return r.value();
}
static Value productsVersion(Obj *o, Args &) { return Value::text(selected(o)->productsVersion()); }

static Value beginProducts(Obj *o, Args &a) {
  selected(o);
  Connector &c = connector(o);
  c.uploadBegun = true;
  c.uploadCancelled = c.uploadReset = false;
  c.overwrite = a[1].i();
  c.pending.clear();
  c.pendingIds.clear();
  return Value();
}
static Value uploadProducts(Obj *o, Args &a) {
  selected(o);
  if (!a[0].o()) throw NullReference();
  Connector &c = connector(o);
  if (!c.uploadBegun || !a[0].o()->list) return Value();  // without a Begin: lost without an error, as observed
  for (auto &v : a[0].o()->list->items) {
    Obj *p = v.o();
    if (!c.pendingIds.insert(std::wstring(p->text(L"Id"))).second) {
      c.uploadCancelled = true;
      c.pending.clear();
      std::wstring what = L": Id='" + std::wstring(p->text(L"Id")) + L"', Name='" + std::wstring(p->text(L"Name")) + L"'";
      throw NetError(Net::Exception, L"Обнаружена повторная выгрузка товара в пределах одной выгрузки" + what, L"Repeated unloading of the product was detected within one unloading" + what);
    }
    if (!c.uploadCancelled) c.pending.push_back(copyOf(p).value());
  }
  return Value();
}
static Value endProducts(Obj *o, Args &) {
  Base *b = selected(o);
  Connector &c = connector(o);
  if (c.uploadReset) {  // the End that follows a Reset is taken once, and does nothing, as observed
    c.uploadReset = false;
    return Value();
  }
  if (!c.uploadBegun || c.uploadCancelled) throw NetError(Net::Exception, L"Выгрузка номенклатуры не начата или прервана с ошибкой.", L"The upload of products has not started or was interrupted by an error.");
  Rows rows = std::move(c.pending);
  if (!c.overwrite)
    for (auto &v : b->products()->list)
      if (!c.pendingIds.count(std::wstring(v.o()->text(L"Id")))) rows.push_back(v);
  b->saveProducts(std::move(rows));
  c.uploadBegun = false;
  c.pending.clear();
  c.pendingIds.clear();
  return Value();
}
static Value resetProducts(Obj *o, Args &) {
  Connector &c = connector(o);
  c.uploadReset = c.uploadBegun && !c.uploadCancelled;
  c.uploadBegun = c.uploadCancelled = false;
  c.pending.clear();
  c.pendingIds.clear();
  return Value();
}
static Value clearProducts(Obj *o, Args &) { selected(o)->saveProducts({}); return Value(); }
static Value serverOnly(Obj *o, Args &) {
  selected(o);
  throw NetError(Net::InvalidOperation, L"Компонента не настроена для работы с сервером Mobile SMARTS.", L"The component is not configured to work with the Mobile SMARTS server.");
}
static Register p1(L"StorageConnector.GetProducts", products), p2(L"StorageConnector.GetProductsCount", productsCount), p3(L"StorageConnector.GetProductByIndex", productByIndex), p4(L"StorageConnector.GetProductById", productById), p5(L"StorageConnector.GetProductIndexById", indexById), p6(L"StorageConnector.GetProductByMarking", productByMarking), p7(L"StorageConnector.GetProductByBarcode", productByBarcode), p8(L"StorageConnector.FindProductsByProp", productsByProp), p9(L"StorageConnector.GetProductsVersion", productsVersion), p10(L"StorageConnector.BeginUploadProducts", beginProducts), p11(L"StorageConnector.UploadProducts", uploadProducts), p12(L"StorageConnector.EndUploadProducts", endProducts), p13(L"StorageConnector.ResetUploadProducts", resetProducts), p14(L"StorageConnector.ClearProducts", clearProducts), p15(L"StorageConnector.SetProduct", serverOnly), p16(L"StorageConnector.RemoveProduct", serverOnly), p17(L"StorageConnector.SendMessage", serverOnly), p18(L"StorageConnector.PrintLabel", serverOnly), p19(L"StorageConnector.UpdateAll", serverOnly), p20(L"StorageConnector.GetLicensedDevices", serverOnly), p21(L"StorageConnector.GetProductByName", productByName), p22(L"StorageConnector.FindProductsAnyPropContainsWord", productsByWord);

// ---- tables and cells

static Value table(Obj *o, Args &a) { return tableAccessor(selected(o), a[0]).value(); }
static Value cells(Obj *o, Args &a) { return cellsAccessor(selected(o), a[0]).value(); }
static Value noCells(Obj *o, Args &) { selected(o); return create(L"CellCollection").value(); }  // empty where the accessor has rows, as observed
static Value beginUploadCells(Obj *o, Args &a) { beginCells(selected(o), connector(o).cells, a[0], a[1].i()); return Value(); }
static Value uploadOfCells(Obj *o, Args &a) { selected(o); uploadCells(connector(o).cells, a[0].o()); return Value(); }
static Value endUploadCells(Obj *o, Args &) { endCells(selected(o), connector(o).cells); return Value(); }
static Value resetUploadCells(Obj *o, Args &) { connector(o).cells = CellUpload(); return Value(); }
static Register c1(L"StorageConnector.GetTableAccessor", table), c2(L"StorageConnector.GetCellsAccesor", cells), c3(L"StorageConnector.GetCells", noCells), c4(L"StorageConnector.BeginUploadCells", beginUploadCells), c5(L"StorageConnector.UploadCells", uploadOfCells), c6(L"StorageConnector.EndUploadCells", endUploadCells), c7(L"StorageConnector.ResetUploadCells", resetUploadCells);

// ---- directories and schema

static Value environment(Obj *o, Args &) {
  Base *b = selected(o);
  Ref e = copyOf(b->environment());
  Ref w = copyOf(b->warehouses());
  e->at(L"Warehouses") = w.value();
  adopt(w.get(), e.get());
  return e.value();
}
static Value users(Obj *o, Args &) { return copyOf(selected(o)->users()).value(); }
static Value groups(Obj *o, Args &) { return copyOf(selected(o)->groups()).value(); }
static Value envUsers(Obj *, Args &) { return currentBase() ? copyOf(currentBase()->users()).value() : Value(); }
static Value envGroups(Obj *, Args &) { return currentBase() ? copyOf(currentBase()->groups()).value() : Value(); }
static Value setEnvironment(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  Ref e = copyOf(a[0].o());
  e->at(L"Version") = Value::integer(b->environment()->at(L"Version").i() + 1, Kind::I8);
  e->at(L"LastUpdate") = Value::date(ticksNow(), DateKind::Local);
  b->save(L"environment.xml", e.get());
  return Value();
}
static Value setUsers(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  int i = 0;
  for (auto &u : a[0].o()->items().items) {
    if (u.o()->text(L"Password").empty()) throw NetError(Net::Exception, L"У пользователя с индексом '" + std::to_wstring(i) + L"' не задан пароль.", L"The user with the index '" + std::to_wstring(i) + L"' does not have a password set.");
    i++;
  }
  b->save(L"users.xml", a[0].o());
  return Value();
}
static Value setGroups(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  b->save(L"user-groups.xml", a[0].o());
  return Value();
}
static Value setBoth(Obj *o, Args &a) {
  Args groups{a[1]};
  setUsers(o, a);
  return setGroups(o, groups);
}
static Value setWarehouses(Obj *o, Args &a) {
  Base *b = selected(o);
  if (!a[0].o()) throw NullReference();
  b->save(L"warehouses.xml", a[0].o());
  return Value();
}
static Value devices(Obj *o, Args &a) {
  Obj *d = selected(o)->devices();
  return d ? copyOf(d).value() : serverOnly(o, a);
}
static Obj *deviceOf(Obj *list, std::wstring_view id) {
  if (list->list)
    for (auto &v : list->list->items)
      if (v.o()->text(L"DeviceId") == id) return v.o();
  return nullptr;
}
static Value nameDevice(Obj *o, Args &a) {
  Obj *d = selected(o)->devices();
  if (!d) return serverOnly(o, a);
  Ref list = copyOf(d);
  Obj *device = deviceOf(list.get(), a[0].s());
  if (!device) throw NetError(Net::Exception, L"Устройство '" + std::wstring(a[0].s()) + L"' не найдено.", L"The device '" + std::wstring(a[0].s()) + L"' was not found.");
  device->at(L"DeviceName") = a[1];
  currentBase()->save(L"devices.xml", list.get());
  return Value();
}
static Value removeDevice(Obj *o, Args &a) {
  Obj *d = selected(o)->devices();
  if (!d) return serverOnly(o, a);
  Ref list = copyOf(d);
  if (Obj *device = deviceOf(list.get(), a[0].s())) listRemoveAt(list.get(), listIndexOf(list.get(), Value::object(device)));
  currentBase()->save(L"devices.xml", list.get());
  return Value();
}
static Value updateInfo(Obj *o, Args &) {
  Obj *e = selected(o)->environment();
  Ref r = create(L"EnvironmentUpdateInfo");
  for (auto p : {L"LastUpdate", L"Version", L"OwnerUserName", L"OwnerUserMachineName"}) r->at(p) = e->at(p);
  return r.value();
}
static Value noVars(Obj *o, Args &) { selected(o); return Value(); }
static Register e1(L"StorageConnector.GetEnvironment", environment), e2(L"StorageConnector.GetUsers", users), e3(L"StorageConnector.GetUserGroups", groups), e4(L"StorageConnector.SetEnvironment", setEnvironment), e5(L"StorageConnector.SetUsers", setUsers), e6(L"StorageConnector.SetUserGroups", setGroups), e7(L"StorageConnector.SetUsersAndGroups", setBoth), e8(L"StorageConnector.SetWarehouses", setWarehouses), e9(L"StorageConnector.GetDevices", devices), e10(L"StorageConnector.ChangeDeviceName", nameDevice), e11(L"StorageConnector.RemoveDevice", removeDevice), e12(L"StorageConnector.GetEnvironmentUpdateInfo", updateInfo), e13(L"StorageConnector.GetGlobalVars", noVars), e14(L"Environment.Users", envUsers), e15(L"Environment.Groups", envGroups);

// ---- lists of fields

static void baseFields(Obj *list, const wchar_t *cls) {
  const Class *c = classOf(cls);
  std::vector<const Name *> names;
  const Name *additional = nullptr;
  for (auto &n : c->names)
    if (!wcscmp(n.name, L"Fields")) additional = &n;
    else names.push_back(&n);
  if (additional) names.push_back(additional);
  for (auto at : names) {
    const Name &n = *at;
    const Member *m = n.members[0];
    if (!m->property || m->hidden || n.alias.empty() || !m->args.empty()) continue;
    Ref f = create(L"FieldInfo");
    f->at(L"Alias") = Value::text(n.name);
    f->at(L"FieldName") = Value::text(n.alias);
    f->at(L"FieldType") = Value::text(m->result.kind == Kind::Object || m->result.kind == Kind::TimeSpan ? L"Object" : typeName(m->result.kind));
    list->items().items.push_back(f.value());
    adopt(f.get(), list);
  }
}
static void customFields(Obj *list, const Value &type, const wchar_t *which) {
  Obj *t = documentType(type.s());
  if (!t) throw NullReference();
  Obj *fields = t->child(which);
  if (fields->list)
    for (auto &v : fields->list->items) {
      Ref f = copyOf(v.o());
      list->items().items.push_back(f.value());
      adopt(f.get(), list);
    }
}
template <bool Line, bool Own, bool Custom> static Value fieldList(Obj *o, Args &a) {
  selected(o);
  Ref r = create(L"FieldInfoCollection");
  if (Own) baseFields(r.get(), Line ? L"DocumentItem" : L"Document");
  if (Custom) customFields(r.get(), a[0], Line ? L"Columns" : L"Fields");
  return r.value();
}
static Register f1(L"StorageConnector.GetDocumentBaseFields", fieldList<false, true, false>), f2(L"StorageConnector.GetDocumentItemBaseFields", fieldList<true, true, false>), f3(L"StorageConnector.GetDocumentCustomFields", fieldList<false, false, true>), f4(L"StorageConnector.GetDocumentItemCustomFields", fieldList<true, false, true>), f5(L"StorageConnector.GetDocumentAllFields", fieldList<false, true, true>), f6(L"StorageConnector.GetDocumentItemAllFields", fieldList<true, true, true>);

// ---- CreateDocument, CreateRow …

template <int N> static Value made(Obj *, Args &);
static const wchar_t *kMade[] = {L"DocumentTable", L"DocumentTableCollection", L"DocumentTableInfo", L"DocumentTableInfoCollection", L"Row", L"RowCollection", L"StringCollection", L"Cell", L"CellCollection", L"Document", L"DocumentCollection", L"DocumentItem", L"DocumentItemCollection", L"FieldInfo", L"FieldInfoCollection", L"FieldValue", L"FieldValueCollection", L"Packing", L"PackingCollection", L"Product", L"ProductCollection", L"ProductsBook", L"PackedProduct", L"PackedProductCollection", L"User", L"UserCollection", L"UserGroup", L"UserGroupCollection", L"Warehouse", L"WarehouseCollection", L"QuantityPolicy", L"QuantityPolicyCollection", L"IdReplacement", L"IdReplacementCollection"};
template <int N> static Value made(Obj *, Args &) { return create(kMade[N]).value(); }
template <int... N> static void registerMade(std::integer_sequence<int, N...>) {
  (Register((std::wstring(L"StorageConnector.Create") + kMade[N]).c_str(), made<N>), ...);
}
static const bool kRegistered = (registerMade(std::make_integer_sequence<int, sizeof kMade / sizeof *kMade>()), true);
