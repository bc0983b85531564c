#include "base.h"

#include <algorithm>

#include "errors.h"
#include "xml.h"

Products::Products(Rows rows) : list(std::move(rows)) {
  byId.reserve(list.size());
  for (size_t i = 0; i < list.size(); i++) byId.emplace(list[i].o()->text(L"Id"), i);
}
Obj *Products::find(std::wstring_view id) const {
  auto f = byId.find(id);
  return f == byId.end() ? nullptr : list[f->second].o();
}

Base::Base(const std::wstring &id, const std::wstring &dir) : id(id), dir(dir) {}

static std::vector<std::wstring> linesOf(const std::wstring &path) {
  std::string bytes;
  std::vector<std::wstring> r;
  if (!readWhole(path, &bytes)) return r;
  std::wstring s = utf16(bytes.substr(0, 3) == "\xEF\xBB\xBF" ? bytes.substr(3) : bytes);
  for (size_t at = 0; at < s.size();) {
    size_t n = s.find('\n', at);
    std::wstring line = s.substr(at, n == std::wstring::npos ? n : n - at);
    while (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty() && line[0] != '#') r.push_back(line);
    if (n == std::wstring::npos) break;
    at = n + 1;
  }
  return r;
}
std::wstring Base::info(const wchar_t *key) {
  for (auto &line : linesOf(dir + L"\\app.txt")) {
    size_t n = line.find('=');
    if (n != std::wstring::npos && sameName(line.substr(0, n), key)) return line.substr(n + 1);
  }
  return L"";
}
bool Base::login(std::wstring_view login, std::wstring_view secret, bool byToken, std::wstring *token) {
  for (auto &line : linesOf(dir + L"\\accounts.txt")) {
    size_t a = line.find('\t'), b = a == std::wstring::npos ? a : line.find('\t', a + 1);
    if (a == std::wstring::npos) continue;
    std::wstring password = line.substr(a + 1, b == std::wstring::npos ? b : b - a - 1);
    *token = b == std::wstring::npos ? L"" : line.substr(b + 1);
    if (line.substr(0, a) == login && (byToken ? !token->empty() && *token == secret : password == secret)) return true;
  }
  return false;
}

// ---- reading

static Ref readObject(const std::wstring &path) {
  std::string bytes;
  for (int i = 0; i < 20 && !readWhole(path, &bytes); i++) Sleep(5);  // another process may be renaming it just now
  std::string_view b = bytes;
  if (b.substr(0, 3) == "\xEF\xBB\xBF") b.remove_prefix(3);
  return Ref(fromXml(utf16(b)).o());
}
Obj *Base::one(const wchar_t *file, const wchar_t *otherwise) {
  One &o = ones_[file];
  std::wstring path = dir + L"\\" + file;
  Stamp now = stampOf(path);
  if (o.read && now == o.stamp) return o.object.get();
  o.object = now.size ? readObject(path) : otherwise ? create(otherwise) : Ref();
  o.stamp = now;
  o.read = true;
  return o.object.get();
}
std::shared_ptr<const Rows> Base::many(const std::wstring &file) {
  Many &m = manys_[file];
  std::wstring path = dir + L"\\" + file;
  Stamp now = stampOf(path);
  if (m.read && now == m.stamp) return m.rows;
  Rows rows;
  if (now.size) {
    Ref list = readObject(path);
    if (list && list->list) rows = list->list->items;
    for (auto &r : rows)
      if (r.o()) r.o()->parent = nullptr;
  }
  m.rows = std::make_shared<const Rows>(std::move(rows));
  m.stamp = now;
  m.read = true;
  return m.rows;
}
Obj *Base::environment() { return one(L"environment.xml", L"Environment"); }
Obj *Base::users() { return one(L"users.xml", L"UserCollection"); }
Obj *Base::groups() { return one(L"user-groups.xml", L"UserGroupCollection"); }
Obj *Base::warehouses() { return one(L"warehouses.xml", L"WarehouseCollection"); }
Obj *Base::devices() { return one(L"devices.xml", nullptr); }
std::shared_ptr<const Products> Base::products() {
  auto rows = many(L"products.xml");
  if (!products_ || products_->list.data() != rows->data()) {
    // the index lives as long as the rows it was made of
    products_ = std::make_shared<const Products>(*rows);
    manys_[L"products.xml"].rows = std::shared_ptr<const Rows>(products_, &products_->list);
  }
  return products_;
}
std::shared_ptr<const Rows> Base::table(const std::wstring &name) {
  auto open = uploading.find(name);
  if (open != uploading.end()) return open->second;
  return many(L"tables\\" + fileName(name) + L".xml");
}
std::shared_ptr<const Rows> Base::cells(const std::wstring &w) { return many(L"cells\\" + fileName(w) + L".xml"); }
std::wstring Base::productsVersion() {
  Stamp s = stampOf(dir + L"\\products.xml");
  std::string h = md5(std::to_string(s.size) + "." + std::to_string(s.time.dwHighDateTime) + "." + std::to_string(s.time.dwLowDateTime));
  return utf16(h.substr(0, 8) + "-" + h.substr(8, 4) + "-" + h.substr(12, 4) + "-" + h.substr(16, 4) + "-" + h.substr(20));
}
Obj *Base::tableInfo(std::wstring_view name) {
  Obj *tables = environment()->child(L"Tables");
  if (tables->list)
    for (auto &v : tables->list->items)
      if (v.o()->text(L"Name") == name) return v.o();
  return nullptr;
}

// ---- documents: the seed once, then a file for each

std::wstring Base::documentFile(std::wstring_view id) { return dir + L"\\documents\\" + fileNameByCase(id) + L".xml"; }
void Base::seedDocuments() {
  std::wstring target = dir + L"\\documents";
  if (exists(target)) return;
  std::wstring beside = target + L"." + std::to_wstring(GetCurrentProcessId()) + L".new";
  CreateDirectoryW(beside.c_str(), nullptr);
  if (exists(dir + L"\\documents.xml")) {
    Ref all = readObject(dir + L"\\documents.xml");
    for (auto &v : all->items().items) writeWhole(beside + L"\\" + fileNameByCase(v.o()->text(L"Id")) + L".xml", utf8(toXml(v)));
  }
  MoveFileExW(beside.c_str(), target.c_str(), 0);  // where another process was quicker, its folder stays
}
Obj *Base::document(std::wstring_view id) {
  seedDocuments();
  std::wstring path = documentFile(id);
  One &o = documents_[path];
  Stamp now = stampOf(path);
  if (!o.read || !(now == o.stamp)) {
    o.object = now.size ? readObject(path) : Ref();
    o.stamp = now;
    o.read = true;
  }
  return o.object.get();
}
std::vector<Obj *> Base::documents() {
  seedDocuments();
  std::vector<std::wstring> names;
  WIN32_FIND_DATAW f;
  HANDLE h = FindFirstFileW((dir + L"\\documents\\*.xml").c_str(), &f);
  if (h != INVALID_HANDLE_VALUE) {
    do names.push_back(f.cFileName);
    while (FindNextFileW(h, &f));
    FindClose(h);
  }
  std::sort(names.begin(), names.end());
  std::vector<Obj *> r;
  for (auto &n : names) {
    std::wstring path = dir + L"\\documents\\" + n;
    One &o = documents_[path];
    Stamp now = stampOf(path);
    if (!now.size) continue;  // removed meanwhile
    if (!o.read || !(now == o.stamp)) {
      o.object = readObject(path);
      o.stamp = now;
      o.read = true;
    }
    if (o.object) r.push_back(o.object.get());
  }
  return r;
}

// ---- writing

static void must(bool ok, const std::wstring &path) {
  if (!ok) throw NetError(Net::Exception, L"The file " + path + L" cannot be written.");
}
void Base::save(const wchar_t *file, Obj *o) {
  std::wstring path = dir + L"\\" + file;
  must(writeWhole(path, utf8(toXml(Value::object(o)))), path);
  One &x = ones_[file];
  x.object = copyOf(o);
  x.stamp = stampOf(path);
  x.read = true;
}
/** In pieces: a million products make no text of their own in memory. */
static bool writeRows(const std::wstring &path, const wchar_t *root, const Rows &rows) {
  std::wstring beside = path + L"." + std::to_wstring(GetCurrentProcessId()) + L".new";
  HANDLE f = CreateFileW(beside.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return false;
  std::wstring out(xmlHeader());
  out += L"<" + std::wstring(root) + L" xmlns:clr=\"http://schemas.cleverence.ru/clr\" count=\"" + std::to_wstring(rows.size()) + L"\">";
  bool ok = true;
  auto flush = [&] {
    std::string b = utf8(out);
    DWORD n;
    ok = ok && WriteFile(f, b.data(), (DWORD)b.size(), &n, nullptr) && n == b.size();
    out.clear();
  };
  for (auto &r : rows) {
    writeElement(out, r.o(), r.o()->cls->name, false);
    if (out.size() > 1 << 18) flush();
  }
  out += L"</" + std::wstring(root) + L">";
  flush();
  CloseHandle(f);
  return ok && MoveFileExW(beside.c_str(), path.c_str(), MOVEFILE_REPLACE_EXISTING);
}
void Base::saveRows(const std::wstring &file, const wchar_t *root, Rows rows) {
  std::wstring path = dir + L"\\" + file;
  CreateDirectoryW(path.substr(0, path.rfind('\\')).c_str(), nullptr);
  must(writeRows(path, root, rows), path);
  Many &m = manys_[file];
  m.rows = std::make_shared<const Rows>(std::move(rows));
  m.stamp = stampOf(path);
  m.read = true;
}
void Base::saveProducts(Rows rows) { saveRows(L"products.xml", L"ProductCollection", std::move(rows)); }
void Base::saveTable(const std::wstring &name, Rows rows) { saveRows(L"tables\\" + fileName(name) + L".xml", L"RowCollection", std::move(rows)); }
void Base::saveCells(const std::wstring &w, Rows rows) { saveRows(L"cells\\" + fileName(w) + L".xml", L"CellCollection", std::move(rows)); }
void Base::saveDocument(Obj *o) {
  seedDocuments();
  std::wstring path = documentFile(o->text(L"Id"));
  std::wstring xml = toXml(Value::object(o));
  for (auto lines : {L"DeclaredItems", L"CurrentItems"}) {  // lazy ones stay so: the file has no element for them
    Obj *list = o->child(lines);
    size_t at = list->list && list->list->lazy ? xml.rfind(L"<" + std::wstring(lines) + L" />") : std::wstring::npos;
    if (at != std::wstring::npos) xml.erase(at, wcslen(lines) + 4);
  }
  must(writeWhole(path, utf8(xml)), path);
  One &x = documents_[path];
  x.object = readObject(path);
  x.stamp = stampOf(path);
  x.read = true;
}
void Base::removeDocument(std::wstring_view id) {
  seedDocuments();
  std::wstring path = documentFile(id);
  DeleteFileW(path.c_str());
  documents_.erase(path);
}

// ---- all bases

static std::map<std::wstring, std::unique_ptr<Base>> g_bases;
static Base *g_current;
Base *currentBase() { return g_current; }
void setCurrentBase(Base *b) { g_current = b; }
std::vector<Base *> allBases() {
  std::vector<Base *> r;
  WIN32_FIND_DATAW f;
  HANDLE h = FindFirstFileW((home() + L"\\bases\\*").c_str(), &f);
  if (h == INVALID_HANDLE_VALUE) return r;
  do {
    if (!(f.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) || f.cFileName[0] == '.') continue;
    auto &b = g_bases[f.cFileName];
    if (!b) b = std::make_unique<Base>(f.cFileName, home() + L"\\bases\\" + f.cFileName);
    r.push_back(b.get());
  } while (FindNextFileW(h, &f));
  FindClose(h);
  return r;
}
Base *baseOf(const std::wstring &id) {
  for (Base *b : allBases())
    if (b->id == id) return b;
  return nullptr;
}
