#include "variants.h"

#include "errors.h"

static const IID IID_StandIn = {0x3b7e5d12, 0x90c4, 0x4f0a, {0x8a, 0x61, 0x5d, 0x2c, 0x7e, 0x11, 0xb4, 0x09}};
const IID &standInIid() { return IID_StandIn; }

static Value fromObject(IUnknown *u) {
  if (!u) return Value();
  Obj *o = nullptr;
  if (FAILED(u->QueryInterface(IID_StandIn, (void **)&o))) throw Refusal{DISP_E_TYPEMISMATCH, L"an object of another component"};
  Value v = Value::object(o);
  o->Release();
  return v;
}
static Value fromArray(const VARIANT &v) {
  SAFEARRAY *s = V_ARRAY(&v);
  if (!s || SafeArrayGetDim(s) != 1) throw Refusal{DISP_E_TYPEMISMATCH, L"array"};
  LONG lo, hi;
  SafeArrayGetLBound(s, 1, &lo);
  SafeArrayGetUBound(s, 1, &hi);
  std::vector<Value> items;
  for (LONG i = lo; i <= hi; i++) {
    VARIANT x;
    VariantInit(&x);
    VARTYPE e = V_VT(&v) & 0xfff;
    if (e == VT_VARIANT) {
      SafeArrayGetElement(s, &i, &x);
    } else {
      SafeArrayGetElement(s, &i, &x.llVal);
      V_VT(&x) = e;
    }
    items.push_back(fromVariant(x));
    VariantClear(&x);
  }
  return Value::array(items);
}
static Value fromDecimal(const DECIMAL &d) {
  Decimal x;
  x.mantissa = ((unsigned __int128)d.Hi32 << 64) | d.Lo64;
  x.scale = d.scale;
  x.negative = d.sign != 0;
  return Value::decimal(x);
}
Value fromVariant(const VARIANT &v) {
  VARTYPE vt = V_VT(&v);
  if (vt & VT_BYREF) {
    VARIANT t;
    VariantInit(&t);
    HRESULT hr = VariantCopyInd(&t, (VARIANT *)&v);
    if (FAILED(hr)) throw Refusal{hr, L"by reference"};
    Value r = fromVariant(t);
    VariantClear(&t);
    return r;
  }
  if (vt & VT_ARRAY) return fromArray(v);
  switch (vt) {
    case VT_EMPTY: return Value();
    case VT_NULL: return Value::dbNull();
    case VT_I2: return Value::integer(V_I2(&v), Kind::I2);
    case VT_I4: case VT_INT: return Value::integer(V_I4(&v), Kind::I4);
    case VT_I1: return Value::integer(V_I1(&v), Kind::I1);
    case VT_UI1: return Value::integer(V_UI1(&v), Kind::U1);
    case VT_UI2: return Value::integer(V_UI2(&v), Kind::U2);
    case VT_UI4: case VT_UINT: return Value::integer(V_UI4(&v), Kind::U4);
    case VT_I8: return Value::integer(V_I8(&v), Kind::I8);
    case VT_UI8: return Value::integer(V_I8(&v), Kind::U8);
    case VT_R4: return Value::real(V_R4(&v), Kind::R4);
    case VT_R8: return Value::real(V_R8(&v));
    case VT_BOOL: return Value::boolean(V_BOOL(&v) != 0);
    case VT_DATE: return Value::date(ticksOfOle(V_DATE(&v)));
    case VT_BSTR: return Value::text({V_BSTR(&v) ? V_BSTR(&v) : L"", SysStringLen(V_BSTR(&v))});
    case VT_DECIMAL: return fromDecimal(V_DECIMAL(&v));
    case VT_CY: {
      Decimal d;
      d.negative = V_CY(&v).int64 < 0;
      d.mantissa = d.negative ? -(__int128)V_CY(&v).int64 : V_CY(&v).int64;
      d.scale = 4;
      return Value::decimal(d);
    }
    case VT_DISPATCH: case VT_UNKNOWN: return fromObject(V_UNKNOWN(&v));
    default: throw Refusal{DISP_E_BADVARTYPE, L"VARIANT"};
  }
}
static void toArray(const Value &v, VARIANT *out) {
  bool texts = true;
  for (auto &x : v.items()) texts = texts && (x.is(Kind::String) || x.isNull());
  SAFEARRAY *s = SafeArrayCreateVector(texts ? VT_BSTR : VT_VARIANT, 0, (ULONG)v.items().size());
  for (LONG i = 0; i < (LONG)v.items().size(); i++) {
    VARIANT x;
    VariantInit(&x);
    toVariant(v.items()[i], &x);
    if (texts) SafeArrayPutElement(s, &i, V_BSTR(&x));
    else SafeArrayPutElement(s, &i, &x);
    VariantClear(&x);
  }
  V_VT(out) = VT_ARRAY | (texts ? VT_BSTR : VT_VARIANT);
  V_ARRAY(out) = s;
}
void toVariant(const Value &v, VARIANT *out) {
  VariantInit(out);
  switch (v.kind()) {
    case Kind::Null: break;
    case Kind::DbNull: V_VT(out) = VT_NULL; break;
    case Kind::Bool: V_VT(out) = VT_BOOL; V_BOOL(out) = v.i() ? VARIANT_TRUE : VARIANT_FALSE; break;
    case Kind::I1: V_VT(out) = VT_I1; V_I1(out) = (char)v.i(); break;
    case Kind::U1: V_VT(out) = VT_UI1; V_UI1(out) = (BYTE)v.i(); break;
    case Kind::I2: V_VT(out) = VT_I2; V_I2(out) = (short)v.i(); break;
    case Kind::U2: case Kind::Char: V_VT(out) = VT_UI2; V_UI2(out) = (USHORT)v.i(); break;
    case Kind::I4: V_VT(out) = VT_I4; V_I4(out) = (LONG)v.i(); break;
    case Kind::U4: V_VT(out) = VT_UI4; V_UI4(out) = (ULONG)v.i(); break;
    case Kind::I8: V_VT(out) = VT_I8; V_I8(out) = v.i(); break;
    case Kind::U8: V_VT(out) = VT_UI8; V_UI8(out) = (ULONGLONG)v.i(); break;
    case Kind::R4: V_VT(out) = VT_R4; V_R4(out) = (float)v.d(); break;
    case Kind::R8: V_VT(out) = VT_R8; V_R8(out) = v.d(); break;
    case Kind::Date: V_DATE(out) = oleOfTicks(v.i()); V_VT(out) = VT_DATE; break;
    case Kind::String: V_VT(out) = VT_BSTR; V_BSTR(out) = SysAllocStringLen(v.s().data(), (UINT)v.s().size()); break;
    case Kind::Decimal: {
      DECIMAL d = {};
      d.Hi32 = (ULONG)(v.dec().mantissa >> 64);
      d.Lo64 = (ULONGLONG)v.dec().mantissa;
      d.scale = v.dec().scale;
      d.sign = v.dec().negative ? DECIMAL_NEG : 0;
      V_DECIMAL(out) = d;
      V_VT(out) = VT_DECIMAL;
      break;
    }
    case Kind::Object: V_VT(out) = VT_DISPATCH; V_DISPATCH(out) = v.o(); v.o()->AddRef(); break;
    case Kind::Array: toArray(v, out); break;
    case Kind::Guid: case Kind::TimeSpan: throw Refusal{(HRESULT)0x8002801D, L"a struct"};
  }
}
