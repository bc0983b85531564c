// A value as .NET holds it: what properties, additional fields and arguments carry.
#pragma once
#include <windows.h>
#include <oleauto.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Obj;

/** A 96-bit decimal that keeps its scale. */
struct Decimal {
  unsigned __int128 mantissa = 0;
  uint8_t scale = 0;
  bool negative = false;
};

enum class Kind : uint8_t {
  Null, DbNull, Bool, I1, U1, I2, U2, I4, U4, I8, U8, R4, R8, Decimal, Date, String, Object, Array, Guid, Char, TimeSpan
};

/** Whether a date's offset is known: what .NET calls DateTimeKind. */
enum class DateKind : uint8_t { Unspecified, Utc, Local };

class Value {
 public:
  Value() = default;
  Value(const Value &o) { copy(o); }
  Value(Value &&o) noexcept : kind_(o.kind_), extra_(o.extra_), u_(o.u_) { o.kind_ = Kind::Null; }
  Value &operator=(const Value &o) { if (this != &o) { clear(); copy(o); } return *this; }
  Value &operator=(Value &&o) noexcept { if (this != &o) { clear(); kind_ = o.kind_; extra_ = o.extra_; u_ = o.u_; o.kind_ = Kind::Null; } return *this; }
  ~Value() { clear(); }

  static Value dbNull() { Value v; v.kind_ = Kind::DbNull; return v; }
  static Value boolean(bool b) { return integer(b, Kind::Bool); }
  static Value integer(int64_t i, Kind kind = Kind::I4) { Value v; v.kind_ = kind; v.u_.i = i; return v; }
  static Value real(double d, Kind kind = Kind::R8) { Value v; v.kind_ = kind; v.u_.d = d; return v; }
  static Value date(int64_t ticks, DateKind kind = DateKind::Unspecified) { Value v; v.kind_ = Kind::Date; v.extra_ = (uint8_t)kind; v.u_.i = ticks; return v; }
  static Value text(std::wstring_view s, Kind kind = Kind::String);
  static Value decimal(const Decimal &d);
  static Value object(Obj *o);  // takes a reference of its own
  static Value array(std::vector<Value> items);

  Kind kind() const { return kind_; }
  bool is(Kind k) const { return kind_ == k; }
  bool isNull() const { return kind_ == Kind::Null; }
  bool isText() const { return kind_ == Kind::String || kind_ == Kind::Guid; }
  int64_t i() const { return u_.i; }
  double d() const { return u_.d; }
  DateKind dateKind() const { return (DateKind)extra_; }
  std::wstring_view s() const;  // of a string or guid; empty for anything else
  const Decimal &dec() const;
  Obj *o() const { return kind_ == Kind::Object ? u_.o : nullptr; }
  const std::vector<Value> &items() const;

 private:
  struct Text;
  struct Box;
  struct Many;
  void copy(const Value &o);
  void clear();

  Kind kind_ = Kind::Null;
  uint8_t extra_ = 0;
  union {
    int64_t i;
    double d;
    Text *text;
    Box *box;
    Many *many;
    Obj *o;
  } u_ = {0};
};

/** Two texts alike but for case, as the component compares names. */
bool sameName(std::wstring_view a, std::wstring_view b);
wchar_t lower(wchar_t c);
uint32_t nameHash(std::wstring_view s);

/** The culture of conversions and messages: ru-RU, or en-US with STANDIN_CULTURE. */
bool russian();

int64_t ticksNow();                          // local time
int64_t ticksOf(int y, int mo, int d, int h = 0, int mi = 0, int s = 0, int64_t fraction = 0);
int64_t ticksOfOle(double d);                // throws ArgumentException where .NET does
double oleOfTicks(int64_t ticks);            // throws OverflowException below the year 100
int offsetMinutes(int64_t localTicks);       // of the machine's zone at that local time
int64_t toLocal(int64_t utcTicks);
constexpr int64_t kTicksPerSecond = 10000000, kTicksPerDay = 864000000000;

std::wstring xmlReal(double d, int digits);  // the XML form: no exponent
std::wstring plainReal(double d, int digits, wchar_t point);
std::wstring decimalText(const Decimal &d, wchar_t point);
std::wstring xmlDate(const Value &v);
std::wstring cultureText(const Value &v);    // what .NET's ToString gives in the culture
std::wstring newGuid();

bool parseReal(std::wstring_view s, wchar_t point, wchar_t group, double *out);
bool parseDecimal(std::wstring_view s, wchar_t point, bool exponent, Decimal *out);
bool parseInteger(std::wstring_view s, int64_t *out);
bool parseXmlDate(std::wstring_view s, Value *out);
bool parseCultureDate(std::wstring_view s, Value *out);
bool parseBool(std::wstring_view s, bool *out);

/** Makes a value of a kind as .NET's Convert.ChangeType does; false where it would throw. */
bool convert(const Value &v, Kind to, Value *out);
/** Zero, false, "" or no date: what an unset value of a kind is. */
Value defaultOf(Kind k);
/** The kind that a .NET type code names (String, Int32 …), or Null. */
Kind kindOfTypeName(std::wstring_view name);
const wchar_t *typeName(Kind k);

std::string utf8(std::wstring_view s);
std::wstring utf16(std::string_view s);
