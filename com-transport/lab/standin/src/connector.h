// StorageConnector's state, shared by the files that hold its members.
#pragma once
#include "accessors.h"

struct Connector : State {
  std::wstring given;                          // the text given to SelectCurrentApp
  bool authorised = false;
  std::shared_ptr<const Products> products;    // as first read: a connector keeps its book
  std::wstring productsVersion;
  bool uploadBegun = false, uploadCancelled = false, uploadReset = false, overwrite = false;
  Rows pending;
  std::unordered_set<std::wstring> pendingIds;
  CellUpload cells;
};
Connector &connector(Obj *o);
/** The selected base; throws where none is, or where nobody has logged in and the base asks for it. */
Base *selected(Obj *o);
