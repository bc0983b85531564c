// A table's and a warehouse's cells' accessors.
#pragma once
#include "base.h"

Ref tableAccessor(Base *b, const Value &name);
Ref cellsAccessor(Base *b, const Value &warehouse);
/** Writes the rest of an accessor's element, whose start stands in out; false: it is none. */
bool writeAccessor(std::wstring &out, Obj *o, const wchar_t *name);

/** A warehouse's cells while they are uploaded. */
struct CellUpload {
  std::wstring warehouse;
  Rows rows;
  std::unordered_map<std::wstring, size_t> byBarcode;
  bool open = false;
};
void beginCells(Base *b, CellUpload &u, const Value &warehouse, bool overwrite);
void uploadCells(CellUpload &u, Obj *cells);
void endCells(Base *b, CellUpload &u);
void notBegunCells();
