// A Mobile SMARTS base in a folder of files.
#pragma once
#include <map>

#include "files.h"
#include "model.h"

using Rows = std::vector<Value>;
struct Products {
  Rows list;
  std::unordered_map<std::wstring_view, size_t> byId;
  explicit Products(Rows rows);
  Obj *find(std::wstring_view id) const;
};

class Base {
 public:
  Base(const std::wstring &id, const std::wstring &dir);

  const std::wstring id, dir;
  std::wstring info(const wchar_t *key);  // of app.txt; empty: none
  bool hasApp() { return exists(dir + L"\\app.txt"); }
  bool needsLogin() { return exists(dir + L"\\accounts.txt"); }
  /** The account's token if the pair is right; null text otherwise. */
  bool login(std::wstring_view login, std::wstring_view secret, bool byToken, std::wstring *token);

  // what the files hold; the objects are the base's own, to be copied before a client gets them
  Obj *environment();
  Obj *users();
  Obj *groups();
  Obj *warehouses();
  Obj *devices();  // null: none
  std::shared_ptr<const Products> products();
  std::shared_ptr<const Rows> table(const std::wstring &name);
  std::shared_ptr<const Rows> cells(const std::wstring &warehouse);
  Obj *document(std::wstring_view id);
  std::vector<Obj *> documents();
  std::wstring productsVersion();

  void save(const wchar_t *file, Obj *o);
  void saveProducts(Rows rows);
  void saveTable(const std::wstring &name, Rows rows);
  void saveCells(const std::wstring &warehouse, Rows rows);
  void saveDocument(Obj *o);
  void removeDocument(std::wstring_view id);

  /** The declaration of a table, or null. */
  Obj *tableInfo(std::wstring_view name);

  std::map<std::wstring, std::shared_ptr<Rows>> uploading;  // tables with an upload under way: their rows show at once

 private:
  struct One { Stamp stamp; bool read = false; Ref object; };
  struct Many { Stamp stamp; bool read = false; std::shared_ptr<const Rows> rows; };
  Obj *one(const wchar_t *file, const wchar_t *otherwise);
  std::shared_ptr<const Rows> many(const std::wstring &file);
  void saveRows(const std::wstring &file, const wchar_t *root, Rows rows);
  void seedDocuments();
  std::wstring documentFile(std::wstring_view id);
  std::map<std::wstring, One> ones_;
  std::map<std::wstring, Many> manys_;
  std::map<std::wstring, One> documents_;
  std::shared_ptr<const Products> products_;
};

/** The base of an id, exact case, or null. */
Base *baseOf(const std::wstring &id);
std::vector<Base *> allBases();
/** The base that the last SelectCurrentApp of this process took: the component keeps one for all. */
Base *currentBase();
void setCurrentBase(Base *b);
