// The DLL: class factory, registration, and what happens when the process lets it go.
#include "lock.h"

#include "control.h"
#include "errors.h"
#include "model.h"

static HMODULE g_self;

struct Factory final : IClassFactory {
  std::atomic<long> refs{1};
  const Class *cls;
  explicit Factory(const Class *c) : cls(c) {}
  STDMETHODIMP QueryInterface(REFIID iid, void **out) override {
    if (iid == IID_IUnknown || iid == IID_IClassFactory) {
      *out = this;
      AddRef();
      return S_OK;
    }
    *out = nullptr;
    return E_NOINTERFACE;
  }
  STDMETHODIMP_(ULONG) AddRef() override { return ++refs; }
  STDMETHODIMP_(ULONG) Release() override {
    long n = --refs;
    if (!n) delete this;
    return n;
  }
  STDMETHODIMP CreateInstance(IUnknown *outer, REFIID iid, void **out) override {
    *out = nullptr;
    if (outer) return CLASS_E_NOAGGREGATION;
    Fault f = faultFor(cls->name, L"new");
    if (f.what == Fault::Hresult) return (HRESULT)f.number;
    if (f.what == Fault::Delay) Sleep(f.number);
    if (f.what == Fault::Hang) Sleep(INFINITE);
    return create(cls)->QueryInterface(iid, out);
  }
  STDMETHODIMP LockServer(BOOL) override { return S_OK; }
};

static HRESULT reg(const std::wstring &key, const wchar_t *name, const std::wstring &value) {
  HKEY k;
  LONG r = RegCreateKeyExW(HKEY_CLASSES_ROOT, key.c_str(), 0, nullptr, 0, KEY_WRITE, nullptr, &k, nullptr);
  if (r) return HRESULT_FROM_WIN32(r);
  r = RegSetValueExW(k, name, 0, REG_SZ, (const BYTE *)value.c_str(), (DWORD)(value.size() + 1) * sizeof(wchar_t));
  RegCloseKey(k);
  return HRESULT_FROM_WIN32(r);
}
static void once() {
  static Lock lock;
  static bool built;
  Hold hold(lock);
  if (!built) {
    // Never unloaded, as .NET's own host is not: the last CoUninitialize of a process would otherwise free this code
    // under a thread that is on its way out through it.
    HMODULE pinned;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)&once, &pinned);
    buildClasses();
  }
  built = true;
}

extern "C" {
__declspec(dllexport) HRESULT __stdcall DllGetClassObject(REFCLSID id, REFIID iid, void **out) {
  once();
  *out = nullptr;
  const Class *c = classOfClsid(id);
  if (!c || !c->creatable) return CLASS_E_CLASSNOTAVAILABLE;
  Factory *f = new Factory(c);
  HRESULT hr = f->QueryInterface(iid, out);
  f->Release();
  return hr;
}
__declspec(dllexport) HRESULT __stdcall DllCanUnloadNow() { return S_FALSE; }  // it stays, as .NET does: late releases still find it
__declspec(dllexport) HRESULT __stdcall DllRegisterServer() {
  once();
  wchar_t path[MAX_PATH];
  GetModuleFileNameW(g_self, path, MAX_PATH);
  HRESULT hr = S_OK;
  for (const Class *c : allClasses()) {
    if (!c->creatable) continue;
    std::wstring key = std::wstring(L"CLSID\\") + c->clsid;
    if (FAILED(hr = reg(key, nullptr, c->progid)) || FAILED(hr = reg(key + L"\\InprocServer32", nullptr, path)) || FAILED(hr = reg(key + L"\\InprocServer32", L"ThreadingModel", L"Both")) ||
        FAILED(hr = reg(key + L"\\ProgId", nullptr, c->progid)) || FAILED(hr = reg(c->progid, nullptr, c->progid)) || FAILED(hr = reg(std::wstring(c->progid) + L"\\CLSID", nullptr, c->clsid)))
      return hr;
  }
  return hr;
}
__declspec(dllexport) HRESULT __stdcall DllUnregisterServer() {
  once();
  for (const Class *c : allClasses()) {
    if (!c->creatable) continue;
    RegDeleteTreeW(HKEY_CLASSES_ROOT, (std::wstring(L"CLSID\\") + c->clsid).c_str());
    RegDeleteTreeW(HKEY_CLASSES_ROOT, c->progid);
  }
  return S_OK;
}
BOOL WINAPI DllMain(HINSTANCE h, DWORD why, void *) {
  if (why == DLL_PROCESS_ATTACH) g_self = h;
  if (why == DLL_PROCESS_DETACH) journalFlush();
  return TRUE;
}
}

static Value crossings(Obj *, Args &) { return Value::integer(journalCrossings(), Kind::I8); }
static Value names(Obj *, Args &) { return Value::integer(journalNames(), Kind::I8); }
static Value live(Obj *, Args &) { return Value::integer(g_live); }
static Value highest(Obj *, Args &) { return Value::integer(g_highest); }
static Value foreign(Obj *, Args &) { return Value::integer(g_foreignReleases); }
static Value callsOf(Obj *, Args &a) { return Value::integer(journalCallsOf(std::wstring(a[0].s())), Kind::I8); }
static Value reset(Obj *, Args &) { journalReset(); return Value(); }
static Value controlled(Obj *, Args &a) { control(std::wstring(a[0].s())); return Value(); }
static Value flush(Obj *, Args &) { journalFlush(); return Value(); }
static Value toString(Obj *o, Args &) { return Value::text(o->toText()); }
static Register r1(L"StandIn.Crossings", crossings), r2(L"StandIn.NameLookups", names), r3(L"StandIn.LiveObjects", live), r4(L"StandIn.HighestObjects", highest), r5(L"StandIn.ForeignReleases", foreign), r6(L"StandIn.CallsOf", callsOf), r7(L"StandIn.Reset", reset), r8(L"StandIn.Control", controlled), r9(L"StandIn.Flush", flush), r10(L"Any.ToString", toString);
