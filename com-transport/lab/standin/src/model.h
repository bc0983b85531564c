// Classes, members and objects: the tables of members.tsv come to life here.
#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "value.h"

struct Class;
struct Obj;

/** The arguments of a call, first one first. */
using Args = std::vector<Value>;
using Code = Value (*)(Obj *self, Args &args);

/** What a parameter or property is: a kind of value, an enum, an object of a class, or anything. */
struct Type {
  Kind kind = Kind::Null;        // Null: anything (VARIANT), or nothing (void)
  const Class *cls = nullptr;    // for Kind::Object, if it is a class of ours
  bool anything = false;
  bool isEnum = false;
  bool byRef = false;            // handed over by reference, and what the code leaves there goes back
  const wchar_t *name = L"";
};

/** One overload of a member. */
struct Member {
  const wchar_t *name;
  const wchar_t *alias;
  bool property;
  bool readOnly;
  bool hidden;   // stands in XML only
  bool owned;    // an object of its own, made when it is first asked for
  bool unset;    // reads as "" while it is null
  bool nullable; // may become null in spite of its default
  int slot;      // of a stored property, else -1
  std::vector<Type> args;
  Type result;
  Code get;      // the code of a method, or of reading
  Code put;
  bool findBy = false;   // FindByX of a collection, by the element's property X
};

/** All overloads of one name. */
struct Name {
  const wchar_t *name;
  std::wstring alias;
  std::vector<const Member *> members;
};

enum class Manner { Own, Collection, Ordinary };
struct Shape;

struct Class {
  const wchar_t *name;
  const wchar_t *progid;
  const wchar_t *clsid;
  Manner manner;
  const wchar_t *element;
  bool creatable;
  bool isList;
  const Class *base;
  std::vector<Name> names;
  std::unordered_map<std::wstring, int> byName;   // lower case, English
  std::unordered_map<std::wstring, int> byAlias;
  std::vector<Value> defaults;                    // of the slots
  std::vector<const Member *> slotMembers;
  int itemName;                                   // index of Item, or -1
  Shape *shape;
  std::wstring fullName;                          // as ToString answers
  std::atomic<int> use{0};                        // 0 not used yet, 1 its first call runs, 2 used

  bool is(const Class *c) const { for (const Class *x = this; x; x = x->base) if (x == c) return true; return false; }
  const Member *property(std::wstring_view name) const;  // by English or Russian name, hidden ones too
  int slot(std::wstring_view name) const;
};

const Class *classOf(std::wstring_view name);   // null: none
const Class *classOfClsid(const CLSID &id);
const std::vector<Class *> &allClasses();
void buildClasses();                            // once, when the DLL is first asked for a class

/** Where members.tsv has a computed member, its code is registered under CLASS.MEMBER. */
struct Register {
  Register(const wchar_t *name, Code get, Code put = nullptr);
};

/** An additional field. */
struct Field {
  Value name;
  Value value;
  Obj *face = nullptr;  // the FieldValue that a client holds, if any (kept)
};
struct Fields {
  std::vector<Field> list;
  ~Fields();
  Field *find(std::wstring_view name);
  void set(const Value &name, const Value &v);
  void removeAt(size_t i);
  Value valueOf(const Field &f) const;
};

struct KeyHash { size_t operator()(const Value &v) const { return std::hash<std::wstring_view>()(v.s()); } };
struct KeyEqual { bool operator()(const Value &a, const Value &b) const { return a.s() == b.s(); } };

/** What a collection holds. */
struct List {
  std::vector<Value> items;
  std::unordered_map<Value, size_t, KeyHash, KeyEqual> keys;  // of collections with distinct keys, while it is valid
  bool keyed = false;
  bool lazy = false;
};

/** State of a class beyond its properties: a connector's upload, an accessor's rows … */
struct State { virtual ~State() = default; };

struct Obj final : IDispatch {
  explicit Obj(const Class *c);
  ~Obj();
  Obj(const Obj &) = delete;

  STDMETHODIMP QueryInterface(REFIID iid, void **out) override;
  STDMETHODIMP_(ULONG) AddRef() override;
  STDMETHODIMP_(ULONG) Release() override;
  STDMETHODIMP GetTypeInfoCount(UINT *n) override;
  STDMETHODIMP GetTypeInfo(UINT, LCID, ITypeInfo **t) override;
  STDMETHODIMP GetIDsOfNames(REFIID, LPOLESTR *names, UINT count, LCID, DISPID *ids) override;
  STDMETHODIMP Invoke(DISPID id, REFIID, LCID, WORD flags, DISPPARAMS *params, VARIANT *result, EXCEPINFO *ex, UINT *argErr) override;

  void keep() { refs++; }
  void drop() { if (--refs == 0) delete this; }

  const Class *cls;
  DWORD thread;
  uint32_t serial;                 // the member ids of an object hang on it
  std::atomic<int> refs{0};        // of clients and of other objects
  std::atomic<int> held{0};        // of clients alone
  Obj *parent = nullptr;           // not kept while no client holds this object
  Obj *keptRoot = nullptr;         // kept while a client holds this object
  std::unique_ptr<Value[]> slots;
  std::unique_ptr<Fields> fields;
  std::unique_ptr<List> list;
  std::unique_ptr<State> state;
  Obj *fieldsOf = nullptr;         // of a FieldValueCollection: whose fields it shows (kept)

  Value &at(std::wstring_view property);       // a stored property
  Value &slot(int i) { return slots[i]; }
  std::wstring_view text(std::wstring_view property) { return at(property).s(); }
  Obj *child(std::wstring_view property);      // an owned object, made if need be
  Obj *childAt(int slot);
  Fields &bag();
  List &items();
  size_t count() const { return list ? list->items.size() : 0; }
  std::wstring toText() const;
};

/** A kept pointer. */
class Ref {
 public:
  Ref() = default;
  Ref(Obj *o) : v_(Value::object(o)) {}
  Obj *get() const { return v_.o(); }
  Obj *operator->() const { return v_.o(); }
  explicit operator bool() const { return v_.o() != nullptr; }
  const Value &value() const { return v_; }

 private:
  Value v_;
};

Ref create(const wchar_t *cls);
Ref create(const Class *cls);
Ref copyOf(Obj *o);                              // with all it holds
void adopt(Obj *child, Obj *parent);

// additional fields and typed properties by name, as GetField and SetField see them
Value getField(Obj *o, const Value &name);
void setField(Obj *o, const Value &name, const Value &v);
Value readProperty(Obj *o, const Member *m);
void writeProperty(Obj *o, const Member *m, const Value &v);  // converts; throws Refusal

// collections
int64_t listAdd(Obj *list, const Value &item, int64_t at = -1);
void listRemoveAt(Obj *list, int64_t i);
int64_t listIndexOf(Obj *list, const Value &item);
Value listFindBy(Obj *list, const Member *m, const Value &wanted);

extern std::atomic<int> g_live, g_highest, g_foreignReleases;
