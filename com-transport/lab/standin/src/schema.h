// What the selected base declares: document types and their fields, and names in Latin letters.
#pragma once
#include "model.h"

/** The kind that the selected base declares for an additional field of a document or line; Null if it declares none. */
Kind declaredKind(Obj *o, std::wstring_view field);
/** A value as a declared field keeps it; throws what the component throws for one that does not convert. */
Value declaredValue(std::wstring_view field, Kind kind, const Value &v);
/** The declaration itself, or null. */
Obj *declaration(Obj *o, std::wstring_view field);
/** The document's type in the selected base, or null. */
Obj *documentType(std::wstring_view name);
std::wstring uniOf(std::wstring_view name);
