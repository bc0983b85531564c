#pragma once
#include "model.h"

/** From a client's VARIANT; by-reference ones are followed. Throws Refusal for a type that .NET does not take. */
Value fromVariant(const VARIANT &v);
/** Into a VARIANT, by .NET's rules. Throws Refusal 0x8002801D for a struct, NetError for a date OLE cannot hold. */
void toVariant(const Value &v, VARIANT *out);
