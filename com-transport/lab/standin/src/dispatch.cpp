// IDispatch in the component's manner: how names and arguments find members, and what a failing call answers.
#include "lock.h"

#include "control.h"
#include "errors.h"
#include "model.h"
#include "variants.h"

const IID &standInIid();
static Lock g_one;  // bases and classes are shared; faults are served outside of it

STDMETHODIMP Obj::QueryInterface(REFIID iid, void **out) {
  if (iid == IID_IUnknown || iid == IID_IDispatch || iid == standInIid()) {
    *out = this;
    AddRef();
    return S_OK;
  }
  *out = nullptr;
  return E_NOINTERFACE;
}
STDMETHODIMP_(ULONG) Obj::AddRef() {
  keep();
  int n = ++held;
  if (n == 1) {
    int live = ++g_live, high = g_highest;
    while (live > high && !g_highest.compare_exchange_weak(high, live)) {}
    if (parent) {  // a line that a client holds keeps its document, as .NET's references do
      Hold hold(g_one);
      for (Obj *p = parent; p; p = p->parent) keptRoot = p;
      if (keptRoot) keptRoot->keep();
    }
  }
  return n;
}
STDMETHODIMP_(ULONG) Obj::Release() {
  if (GetCurrentThreadId() != thread) g_foreignReleases++;
  int n = --held;
  Hold hold(g_one);
  if (n == 0) {
    g_live--;
    if (Obj *root = keptRoot) {
      keptRoot = nullptr;
      root->drop();
    }
  }
  drop();
  return n;
}
STDMETHODIMP Obj::GetTypeInfoCount(UINT *n) {
  *n = 0;
  return S_OK;
}
STDMETHODIMP Obj::GetTypeInfo(UINT, LCID, ITypeInfo **t) {
  *t = nullptr;
  return E_NOTIMPL;
}

/** Member ids hang on the object: a client that keeps one for a whole class calls something else, or nothing. */
static DISPID idOf(const Obj *o, int name, bool alias) { return (DISPID)(((o->serial % 0x3fff0 + 1) << 12) | (unsigned)(name * 2 + alias)); }
static bool nameOf(const Obj *o, DISPID id, int *name, bool *alias) {
  if ((unsigned)id >> 12 != o->serial % 0x3fff0 + 1) return false;
  *name = (id & 0xfff) / 2;
  *alias = id & 1;
  return *name < (int)o->cls->names.size();
}
static bool visible(const Name &n) {
  for (auto m : n.members)
    if (!m->hidden) return true;
  return false;
}
static int defaultName(const Class *c) { return c->itemName >= 0 ? c->itemName : c->byName.at(L"tostring"); }

/** A call from another thread than the object's, or from one that has no apartment. */
static HRESULT thread(const Obj *o) {
  APTTYPE type;
  APTTYPEQUALIFIER qualifier;
  if (FAILED(CoGetApartmentType(&type, &qualifier)) || (type == APTTYPE_MTA && qualifier == APTTYPEQUALIFIER_IMPLICIT_MTA)) return CO_E_NOTINITIALIZED;
  return o->thread == GetCurrentThreadId() ? S_OK : RPC_E_WRONG_THREAD;
}

STDMETHODIMP Obj::GetIDsOfNames(REFIID, LPOLESTR *names, UINT count, LCID, DISPID *ids) {
  HRESULT hr = ::thread(this);
  if (FAILED(hr)) return hr;
  journalName();
  for (UINT i = 1; i < count; i++) ids[i] = DISPID_UNKNOWN;
  std::wstring key;
  for (const wchar_t *p = names[0]; *p; p++) key += lower(*p);
  auto f = cls->byName.find(key);
  bool alias = false;
  if (f == cls->byName.end()) {
    f = cls->byAlias.find(key);
    alias = true;
  }
  if (f != cls->byName.end() && f != cls->byAlias.end() && visible(cls->names[f->second])) {
    ids[0] = f->second == defaultName(cls) && !alias ? 0 : key == L"getenumerator" ? DISPID_NEWENUM : idOf(this, f->second, alias);
    return count > 1 ? DISP_E_UNKNOWNNAME : S_OK;
  }
  ids[0] = cls->manner == Manner::Own ? 0 : -1;
  return cls->manner == Manner::Ordinary ? DISP_E_UNKNOWNNAME : S_OK;
}

/** Whether an argument is taken for a parameter: by its exact type, never converted. */
static bool fits(const Value &v, const Type &t) {
  if (t.anything) return true;
  if (t.kind == Kind::Object) return v.isNull() || (v.o() && (!t.cls || v.o()->cls->is(t.cls)));
  if (t.kind == Kind::String) return v.isNull() || v.is(Kind::String);
  if (t.kind == Kind::Bool) return v.is(Kind::Bool) || ((v.is(Kind::I2) || v.is(Kind::I4)) && (v.i() == 0 || v.i() == 1)) || (v.is(Kind::R8) && (v.d() == 0 || v.d() == 1));
  return v.kind() == t.kind;
}
static bool fit(const Member *m, Args &args) {
  if (m->args.size() != args.size()) return false;
  for (size_t i = 0; i < args.size(); i++)
    if (!fits(args[i], m->args[i])) return false;
  for (size_t i = 0; i < args.size(); i++)
    if (m->args[i].kind == Kind::Bool) args[i] = Value::boolean(args[i].is(Kind::R8) ? args[i].d() != 0 : args[i].i() != 0);
  return true;
}
/** As .NET's ordinary binder does it: converts. */
static bool coerce(const Member *m, Args &args) {
  if (m->args.size() != args.size()) return false;
  Args r;
  for (size_t i = 0; i < args.size(); i++) {
    const Type &t = m->args[i];
    Value x;
    if (t.anything || t.kind == Kind::Object) {
      if (!fits(args[i], t)) return false;
      x = args[i];
    } else if (!convert(args[i], t.kind, &x)) {
      return false;
    }
    r.push_back(x);
  }
  args = r;
  return true;
}
/** Item(index) alone takes what can be an index. */
static const Member *indexed(const Name &n, Args &args) {
  for (auto m : n.members)
    if (m->property && m->args.size() == args.size() && !args.empty() && fit(m, args)) return m;
  int overloads = 0;
  for (auto m : n.members) overloads += m->property && !args.empty() && m->args.size() == args.size();
  if (overloads > 1) throw Refusal{(HRESULT)0x8000211D, L"ambiguous match"};
  for (auto m : n.members) {
    if (!m->property || m->args.size() != args.size() || args.empty()) continue;
    Value x;
    if (m->args[0].kind == Kind::String) {
      if (convert(args[0], Kind::String, &x) && !args[0].o()) { args[0] = x; return m; }
    } else if (convert(args[0], Kind::I4, &x)) {
      args[0] = x;
      return m;
    }
    throw Refusal{E_INVALIDARG, L"index"};
  }
  return nullptr;
}

struct Call {
  Obj *self;
  const Name *name;
  WORD flags;
  DISPPARAMS *given;
  Args args;
  bool ordinary() const { return self->cls->manner == Manner::Ordinary; }
};
/** The VARIANT of a parameter that wants a reference; one that came by value is refused. */
static const VARIANT &place(const Call &c, size_t i) {
  const VARIANT &v = c.given->rgvarg[c.args.size() - 1 - i];
  if (V_VT(&v) != (VT_BYREF | VT_BSTR) && V_VT(&v) != (VT_BYREF | VT_VARIANT)) throw Refusal{DISP_E_TYPEMISMATCH, L"not by reference"};
  return v;
}
static void putBack(const VARIANT &place, const Value &v) {
  if (V_VT(&place) == (VT_BYREF | VT_BSTR)) {
    SysFreeString(*V_BSTRREF(&place));
    *V_BSTRREF(&place) = SysAllocStringLen(v.s().data(), (UINT)v.s().size());
  } else {
    VariantClear(V_VARIANTREF(&place));
    toVariant(v, V_VARIANTREF(&place));
  }
}
static Value run(const Call &c, const Member *m) {
  Args args = c.args;
  if (m->get) {
    for (size_t i = 0; i < m->args.size(); i++)
      if (m->args[i].byRef) place(c, i);
    Value answer = m->get(c.self, args);
    for (size_t i = 0; i < m->args.size(); i++)
      if (m->args[i].byRef) putBack(place(c, i), args[i]);
    return answer;
  }
  if (m->findBy) return listFindBy(c.self, m, args[0]);
  throw NetError(Net::NotSupported, std::wstring(c.self->cls->name) + L"." + m->name + L" is not imitated by the stand-in");
}
static Value put(Call &c) {
  if (c.args.size() != 1) throw Refusal{DISP_E_BADPARAMCOUNT, L"a put with an index"};
  for (auto m : c.name->members) {
    if (!m->property || !m->args.empty() || m->hidden) continue;
    if (c.ordinary() && m->readOnly) throw Refusal{DISP_E_MEMBERNOTFOUND, L"read-only"};
    writeProperty(c.self, m, c.args[0]);
    return Value();
  }
  throw Refusal{E_FAIL, L"no such property"};
}
static Value get(Call &c) {
  for (auto m : c.name->members)
    if (m->property && !m->hidden && m->args.empty() && c.args.empty()) return readProperty(c.self, m);
  const Member *m = indexed(*c.name, c.args);
  if (m) return run(c, m);
  for (auto p : c.name->members)
    if (p->property && !p->hidden) throw Refusal{DISP_E_BADPARAMCOUNT, L"number of indexes"};
  throw Refusal{E_FAIL, L"no such property"};
}
static Value call(Call &c) {
  bool method = false;
  for (auto m : c.name->members) {
    if (m->property) continue;
    method = true;
    if (!(c.flags & DISPATCH_METHOD) && !(c.flags & DISPATCH_PROPERTYGET)) continue;
    if (c.ordinary() ? coerce(m, c.args) : fit(m, c.args)) return run(c, m);
  }
  if (method && c.ordinary()) {
    for (auto m : c.name->members)
      if (!m->property && m->args.size() == c.args.size()) throw Refusal{DISP_E_TYPEMISMATCH, L"arguments"};
    throw Refusal{DISP_E_BADPARAMCOUNT, L"arguments"};
  }
  if (method) throw Refusal{E_FAIL, L"method found, but the parameters are not"};
  if (!(c.flags & DISPATCH_PROPERTYGET)) throw Refusal{E_FAIL, L"a property is no method"};
  return get(c);
}
static Value bind(Call c) { return (c.flags & (DISPATCH_PROPERTYPUT | DISPATCH_PROPERTYPUTREF)) ? put(c) : call(c); }

static HRESULT answerException(const Call &c, const NetError &e, EXCEPINFO *ex) {
  if (!c.ordinary()) return (HRESULT)0x80131604;
  if (ex) {
    memset(ex, 0, sizeof *ex);
    ex->scode = e.hresult();
    ex->bstrDescription = SysAllocString(e.text.c_str());
    ex->bstrSource = SysAllocString(L"Cleverence.MobileSMARTS.ComConnector");
  }
  return DISP_E_EXCEPTION;
}
static HRESULT answer(const Call &c, bool twice, VARIANT *result, EXCEPINFO *ex) {
  std::wstring where = std::wstring(c.self->cls->name) + L"." + c.name->name;
  for (int turn = 0;; turn++) {
    bool last = !twice || turn == 1;
    try {
      Hold hold(g_one);
      Value v = bind(c);
      VARIANT out;
      toVariant(v, &out);
      if (result) *result = out;
      else VariantClear(&out);
      return S_OK;
    } catch (const Refusal &e) {
      if (e.hr == (HRESULT)0x8002801D || last) return e.hr;
    } catch (const NetError &e) {
      if (!c.ordinary()) logException(e, where);
      if (last) return answerException(c, e, ex);
    }
  }
}
/** Serves a fault that was ordered; true where it is the call's answer. */
static bool fault(const Call &c, bool twice, VARIANT *result, EXCEPINFO *ex, HRESULT *hr) {
  Fault f = faultFor(c.self->cls->name, c.name->name);
  switch (f.what) {
    case Fault::None: return false;
    case Fault::Hang: Sleep(INFINITE); return false;
    case Fault::Delay: Sleep(f.number); return false;
    case Fault::Exit: journalFlush(); TerminateProcess(GetCurrentProcess(), f.number); return false;
    case Fault::Hresult: *hr = (HRESULT)f.number; return true;
    case Fault::Garbage:
      if (result) {
        VariantInit(result);
        V_VT(result) = VT_ERROR;
        V_ERROR(result) = (SCODE)0x80020004;
      }
      *hr = S_OK;
      return true;
    case Fault::Exception: {
      NetError e(Net::Exception, f.text);
      if (!c.ordinary())
        for (int i = 0; i < (twice ? 2 : 1); i++) logException(e, std::wstring(c.self->cls->name) + L"." + c.name->name);
      *hr = answerException(c, e, ex);
      return true;
    }
  }
  return false;
}
/** The first call of a class builds its table of names: another thread's call that comes meanwhile fails. */
static bool alone(const Class *cls) {
  int unused = 0;
  Class *c = const_cast<Class *>(cls);
  if (c->use == 2) return true;
  if (c->use.compare_exchange_strong(unused, 1)) {
    Sleep(2);
    c->use = 2;
    return true;
  }
  if (unused == 2) return true;
  logException(NetError(Net::InvalidOperation, L"Коллекция была изменена; невозможно выполнить операцию перечисления.", L"Collection was modified; enumeration operation may not execute."), cls->name);
  return false;
}
STDMETHODIMP Obj::Invoke(DISPID id, REFIID, LCID, WORD flags, DISPPARAMS *p, VARIANT *result, EXCEPINFO *ex, UINT *) {
  if (result) VariantInit(result);
  HRESULT hr = ::thread(this);
  if (FAILED(hr)) return hr;
  int name = 0;
  bool alias = false;
  if (id == 0) name = defaultName(cls);
  else if (id == DISPID_NEWENUM && cls->byName.count(L"getenumerator")) name = cls->byName.at(L"getenumerator");
  else if (!nameOf(this, id, &name, &alias)) return cls->manner == Manner::Ordinary ? DISP_E_MEMBERNOTFOUND : (HRESULT)0x8002802B;
  journalCall(cls->name, cls->names[name].name);
  if (!alone(cls)) return (HRESULT)0x80131604;
  Ref self(this);
  Call c{this, &cls->names[name], flags, p, {}};
  bool twice = cls->manner == Manner::Own && !alias && wcscmp(cls->name, L"StandIn");
  try {
    for (UINT i = p->cArgs; i-- > 0;) c.args.push_back(fromVariant(p->rgvarg[i]));
  } catch (const Refusal &e) {
    return e.hr;
  } catch (const NetError &e) {
    return e.hresult();
  }
  if (fault(c, twice, result, ex, &hr)) return hr;
  return answer(c, twice, result, ex);
}
