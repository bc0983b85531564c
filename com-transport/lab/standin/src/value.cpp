#include "value.h"

#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <cwctype>
#include <map>

#include "errors.h"
#include "model.h"

struct Value::Text {
  std::atomic<int> refs;
  uint32_t n;
  wchar_t s[1];
};
struct Value::Box {
  std::atomic<int> refs;
  Decimal d;
};
struct Value::Many {
  std::atomic<int> refs;
  std::vector<Value> items;
};

Value Value::text(std::wstring_view s, Kind kind) {
  Value v;
  Text *t = (Text *)malloc(sizeof(Text) + s.size() * sizeof(wchar_t));
  new (&t->refs) std::atomic<int>(1);
  t->n = (uint32_t)s.size();
  memcpy(t->s, s.data(), s.size() * sizeof(wchar_t));
  t->s[s.size()] = 0;
  v.kind_ = kind;
  v.u_.text = t;
  return v;
}
Value Value::decimal(const Decimal &d) {
  Value v;
  v.kind_ = Kind::Decimal;
  v.u_.box = new Box{{1}, d};
  return v;
}
Value Value::object(Obj *o) {
  Value v;
  if (!o) return v;
  o->keep();
  v.kind_ = Kind::Object;
  v.u_.o = o;
  return v;
}
Value Value::array(std::vector<Value> items) {
  Value v;
  v.kind_ = Kind::Array;
  v.u_.many = new Many{{1}, std::move(items)};
  return v;
}
void Value::copy(const Value &o) {
  kind_ = o.kind_;
  extra_ = o.extra_;
  u_ = o.u_;
  switch (kind_) {
    case Kind::String: case Kind::Guid: u_.text->refs++; break;
    case Kind::Decimal: u_.box->refs++; break;
    case Kind::Array: u_.many->refs++; break;
    case Kind::Object: u_.o->keep(); break;
    default: break;
  }
}
void Value::clear() {
  switch (kind_) {
    case Kind::String: case Kind::Guid: if (--u_.text->refs == 0) free(u_.text); break;
    case Kind::Decimal: if (--u_.box->refs == 0) delete u_.box; break;
    case Kind::Array: if (--u_.many->refs == 0) delete u_.many; break;
    case Kind::Object: u_.o->drop(); break;
    default: break;
  }
  kind_ = Kind::Null;
}
std::wstring_view Value::s() const { return isText() ? std::wstring_view(u_.text->s, u_.text->n) : std::wstring_view(); }
const Decimal &Value::dec() const { return u_.box->d; }
const std::vector<Value> &Value::items() const { return u_.many->items; }

wchar_t lower(wchar_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0x410 && c <= 0x42f) return c + 32;
  if (c >= 0x400 && c <= 0x40f) return c + 80;
  if (c >= 0x430 && c <= 0x45f) return c;
  return (wchar_t)towlower(c);
}
bool sameName(std::wstring_view a, std::wstring_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); i++)
    if (a[i] != b[i] && lower(a[i]) != lower(b[i])) return false;
  return true;
}
uint32_t nameHash(std::wstring_view s) {
  uint32_t h = 2166136261u;
  for (wchar_t c : s) h = (h ^ lower(c)) * 16777619u;
  return h;
}
bool russian() {
  static const bool ru = [] {
    wchar_t b[32] = L"";
    GetEnvironmentVariableW(L"STANDIN_CULTURE", b, 32);
    return !b[0] || sameName(b, L"ru-RU");
  }();
  return ru;
}

// ---- dates

static const int64_t kFileTimeEpoch = 504911232000000000;  // ticks of 1601-01-01
static const int64_t kOleEpoch = 599264352000000000;       // ticks of 1899-12-30

static int64_t daysOf(int y, int m, int d) {
  y -= m <= 2;
  int64_t era = y / 400;
  unsigned yoe = (unsigned)(y - era * 400), doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 306;  // days since 0001-01-01
}
struct Calendar { int y, mo, d, h, mi, s; int64_t fraction; };
static Calendar calendar(int64_t ticks) {
  Calendar c;
  int64_t days = ticks / kTicksPerDay, rest = ticks % kTicksPerDay, z = days + 306;
  int64_t era = z / 146097;
  unsigned doe = (unsigned)(z - era * 146097), yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  c.d = doy - (153 * mp + 2) / 5 + 1;
  c.mo = mp < 10 ? mp + 3 : mp - 9;
  c.y = (int)(yoe + era * 400) + (c.mo <= 2);
  c.fraction = rest % kTicksPerSecond;
  int s = (int)(rest / kTicksPerSecond);
  c.h = s / 3600; c.mi = s / 60 % 60; c.s = s % 60;
  return c;
}
int64_t ticksOf(int y, int mo, int d, int h, int mi, int s, int64_t fraction) {
  return daysOf(y, mo, d) * kTicksPerDay + ((int64_t)h * 3600 + mi * 60 + s) * kTicksPerSecond + fraction;
}
/** The zone's rules of a year, asked of Windows once for each, as .NET does: it reads them from the registry. */
static bool zoneOf(int year, TIME_ZONE_INFORMATION *z) {
  static thread_local std::map<int, TIME_ZONE_INFORMATION> known;
  auto found = known.find(year);
  if (found == known.end()) {
    TIME_ZONE_INFORMATION asked;
    if (!GetTimeZoneInformationForYear((USHORT)(year < 1601 ? 1601 : year), nullptr, &asked)) return false;
    found = known.emplace(year, asked).first;
  }
  *z = found->second;
  return true;
}
static SYSTEMTIME systemTime(const Calendar &c) {
  SYSTEMTIME t = {(WORD)c.y, (WORD)c.mo, 0, (WORD)c.d, (WORD)c.h, (WORD)c.mi, (WORD)c.s, 0};
  return t;
}
static int64_t ticksOfSystem(const SYSTEMTIME &t) { return ticksOf(t.wYear, t.wMonth, t.wDay, t.wHour, t.wMinute, t.wSecond); }
int offsetMinutes(int64_t local) {
  Calendar c = calendar(local);
  if (c.y < 1602) return 0;
  TIME_ZONE_INFORMATION z;
  SYSTEMTIME l = systemTime(c), u;
  if (!zoneOf(c.y, &z) || !TzSpecificLocalTimeToSystemTime(&z, &l, &u)) return 0;
  return (int)((ticksOfSystem(l) - ticksOfSystem(u)) / (60 * kTicksPerSecond));
}
int64_t toLocal(int64_t utc) {
  Calendar c = calendar(utc);
  TIME_ZONE_INFORMATION z;
  SYSTEMTIME u = systemTime(c), l;
  if (c.y < 1602 || !zoneOf(c.y, &z) || !SystemTimeToTzSpecificLocalTime(&z, &u, &l)) return utc;
  return utc + (ticksOfSystem(l) - ticksOfSystem(u));
}
int64_t ticksNow() {
  FILETIME f;
  GetSystemTimeAsFileTime(&f);
  return toLocal((((int64_t)f.dwHighDateTime << 32) | f.dwLowDateTime) + kFileTimeEpoch);
}
int64_t ticksOfOle(double d) {
  if (!(d < 2958466.0 && d > -657435.0)) throw ArgumentError(L"Not a legal OleAut date.", L"Not a legal OleAut date.");
  int64_t ms = (int64_t)(d * 86400000.0 + (d >= 0 ? 0.5 : -0.5));
  if (ms < 0) ms -= (ms % 86400000) * 2;
  return kOleEpoch + ms * 10000;
}
double oleOfTicks(int64_t t) {
  if (t == 0) return 0.0;
  if (t < kTicksPerDay) t += kOleEpoch;
  if (t < 31241376000000000) throw NetError(Net::Overflow, L"Not a legal OleAut date.", L"Not a legal OleAut date.");
  int64_t ms = (t - kOleEpoch) / 10000;
  if (ms < 0) {
    int64_t rest = ms % 86400000;
    if (rest) ms -= (86400000 + rest) * 2;
  }
  return ms / 86400000.0;
}
static wchar_t *padded(wchar_t *to, int width, int64_t n, wchar_t then) {
  for (int i = width - 1; i >= 0; i--, n /= 10) to[i] = (wchar_t)('0' + n % 10);
  to[width] = then;
  return to + width + (then ? 1 : 0);
}
std::wstring xmlDate(const Value &v) {
  Calendar c = calendar(v.i());
  wchar_t b[48], *p = b;
  p = padded(p, 4, c.y, '-');
  p = padded(p, 2, c.mo, '-');
  p = padded(p, 2, c.d, 'T');
  p = padded(p, 2, c.h, ':');
  p = padded(p, 2, c.mi, ':');
  p = padded(p, 2, c.s, '.');
  p = padded(p, 7, c.fraction, 0);
  if (v.dateKind() == DateKind::Local) {
    int o = offsetMinutes(v.i());
    *p++ = o < 0 ? '-' : '+';
    p = padded(p, 2, abs(o) / 60, ':');
    p = padded(p, 2, abs(o) % 60, 0);
  } else if (v.dateKind() == DateKind::Utc) {
    *p++ = 'Z';
  }
  return std::wstring(b, p);
}
static bool digits(const wchar_t *&p, const wchar_t *e, int n, int *out) {
  *out = 0;
  for (int i = 0; i < n; i++, p++) {
    if (p >= e || *p < '0' || *p > '9') return false;
    *out = *out * 10 + (*p - '0');
  }
  return true;
}
static bool validDate(int y, int m, int d) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (y % 4 == 0 && y % 100) || y % 400 == 0;
  return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= days[m - 1] + (m == 2 && leap);
}
static bool parseTime(const wchar_t *&p, const wchar_t *e, int64_t *out) {
  int h, mi, s = 0;
  const wchar_t *q = p;
  if (!digits(q, e, 2, &h)) { q = p; if (!digits(q, e, 1, &h)) return false; }
  if (q >= e || *q++ != ':' || !digits(q, e, 2, &mi)) return false;
  int64_t fraction = 0;
  if (q < e && *q == ':') {
    q++;
    if (!digits(q, e, 2, &s)) return false;
    if (q < e && *q == '.') {
      int64_t unit = kTicksPerSecond / 10;
      for (q++; q < e && *q >= '0' && *q <= '9'; q++, unit /= 10) fraction += (*q - '0') * unit;
    }
  }
  if (h > 23 || mi > 59 || s > 59) return false;
  *out = ((int64_t)h * 3600 + mi * 60 + s) * kTicksPerSecond + fraction;
  p = q;
  return true;
}
bool parseXmlDate(std::wstring_view text, Value *out) {
  if (text.empty()) { *out = Value::date(0); return true; }
  const wchar_t *p = text.data(), *e = p + text.size();
  int y, m, d;
  if (!digits(p, e, 4, &y) || p >= e || *p++ != '-' || !digits(p, e, 2, &m) || p >= e || *p++ != '-' || !digits(p, e, 2, &d) || !validDate(y, m, d)) return parseCultureDate(text, out);
  int64_t t = ticksOf(y, m, d), time = 0;
  if (p < e && (*p == 'T' || *p == ' ')) {
    p++;
    if (!parseTime(p, e, &time)) return false;
  }
  t += time;
  if (p == e) { *out = Value::date(t); return true; }
  int minutes = 0;
  if (*p == 'Z') {
    p++;
  } else if (*p == '+' || *p == '-') {
    int sign = *p++ == '-' ? -1 : 1, h, mi;
    if (!digits(p, e, 2, &h) || p >= e || *p++ != ':' || !digits(p, e, 2, &mi)) return false;
    minutes = sign * (h * 60 + mi);
  }
  if (p != e) return false;
  *out = Value::date(toLocal(t - minutes * 60 * kTicksPerSecond), DateKind::Local);
  return true;
}
bool parseCultureDate(std::wstring_view text, Value *out) {
  const wchar_t *p = text.data(), *e = p + text.size();
  int a, b, y;
  wchar_t sep = russian() ? '.' : '/';
  const wchar_t *q = p;
  if (!digits(q, e, 2, &a)) { q = p; if (!digits(q, e, 1, &a)) return false; }
  if (q >= e || *q++ != sep) return false;
  p = q;
  if (!digits(q, e, 2, &b)) { q = p; if (!digits(q, e, 1, &b)) return false; }
  if (q >= e || *q++ != sep || !digits(q, e, 4, &y)) return false;
  int d = russian() ? a : b, m = russian() ? b : a;
  if (!validDate(y, m, d)) return false;
  int64_t time = 0;
  if (q < e && *q == ' ') {
    q++;
    if (!parseTime(q, e, &time)) return false;
  }
  if (q != e) return false;
  *out = Value::date(ticksOf(y, m, d) + time);
  return true;
}

// ---- numbers

/** The decimal digits of a number and the power of ten before which they stand: 0.DIGITS × 10^exponent. */
static void significant(double d, int digits, std::string *out, int *exponent) {
  char b[64];
  snprintf(b, sizeof b, "%.*e", digits - 1, std::fabs(d));
  out->clear();
  char *p = b;
  for (; *p && *p != 'e'; p++)
    if (*p != '.') out->push_back(*p);
  *exponent = atoi(p + 1) + 1;
  while (out->size() > 1 && out->back() == '0') out->pop_back();
}
std::wstring xmlReal(double d, int digits) {
  if (std::isnan(d)) return L"NaN";
  if (std::isinf(d)) return d > 0 ? L"Infinity" : L"-Infinity";
  if (d == 0) return L"0";
  if (std::fabs(d) < 1e6 && d == std::floor(d)) return std::to_wstring((int)d);  // the usual quantity, without a format
  std::string s;
  int e;
  significant(d, digits, &s, &e);
  std::string t = d < 0 ? "-" : "";
  if (e <= 0) t += "0." + std::string(-e, '0') + s;
  else if ((int)s.size() <= e) t += s + std::string(e - s.size(), '0');
  else t += s.substr(0, e) + "." + s.substr(e);
  return std::wstring(t.begin(), t.end());
}
std::wstring plainReal(double d, int digits, wchar_t point) {
  if (std::isnan(d)) return russian() ? L"не число" : L"NaN";
  if (std::isinf(d)) return d > 0 ? L"∞" : L"-∞";
  if (d == 0) return L"0";
  std::string s;
  int e;
  significant(d, digits, &s, &e);
  std::wstring t;
  if (e > digits || e < -4) {
    t = (d < 0 ? L"-" : L"") + std::wstring(1, s[0]);
    if (s.size() > 1) t += point + std::wstring(s.begin() + 1, s.end());
    wchar_t b[16];
    swprintf(b, 16, L"E%c%02d", e - 1 < 0 ? '-' : '+', abs(e - 1));
    return t + b;
  }
  t = xmlReal(d, digits);
  for (wchar_t &c : t)
    if (c == '.') c = point;
  return t;
}
std::wstring decimalText(const Decimal &d, wchar_t point) {
  wchar_t b[80], *p = b + 80;
  int n = 0;
  auto digits = [&](auto m) {
    do {
      if (n && n == d.scale) *--p = point;
      *--p = (wchar_t)('0' + (int)(m % 10));
      m /= 10;
      n++;
    } while (m || n <= d.scale);
  };
  if (d.mantissa >> 64) digits((unsigned __int128)d.mantissa);
  else digits((uint64_t)d.mantissa);  // divides much faster
  if (d.negative && d.mantissa) *--p = '-';
  return std::wstring(p, b + 80);
}
static std::wstring_view trim(std::wstring_view s) {
  while (!s.empty() && iswspace(s.front())) s.remove_prefix(1);
  while (!s.empty() && iswspace(s.back())) s.remove_suffix(1);
  return s;
}
bool parseReal(std::wstring_view text, wchar_t point, wchar_t group, double *out) {
  std::string b;
  bool any = false, dot = false, exp = false;
  std::wstring_view s = trim(text);
  for (size_t i = 0; i < s.size(); i++) {
    wchar_t c = s[i];
    if (c >= '0' && c <= '9') { b.push_back((char)c); any = true; }
    else if (c == point && !dot && !exp) { b.push_back('.'); dot = true; }
    else if (c == group && any && !dot && !exp) continue;
    else if ((c == 'e' || c == 'E') && any && !exp) { b.push_back('e'); exp = true; }
    else if ((c == '-' || c == '+') && (b.empty() || b.back() == 'e')) b.push_back((char)c);
    else return false;
  }
  if (!any) return false;
  *out = strtod(b.c_str(), nullptr);
  return true;
}
bool parseDecimal(std::wstring_view text, wchar_t point, bool exponent, Decimal *out) {
  std::wstring_view s = trim(text);
  const unsigned __int128 limit = ((unsigned __int128)1 << 96) - 1;
  Decimal d;
  bool any = false, dot = false;
  for (size_t i = 0; i < s.size(); i++) {
    wchar_t c = s[i];
    if ((c == '-' || c == '+') && i == 0) { d.negative = c == '-'; continue; }
    if (c == point && !dot) { dot = true; continue; }
    if (exponent && any && (c == 'e' || c == 'E')) {
      int64_t e;
      if (!parseInteger(s.substr(i + 1), &e)) return false;
      for (; e < 0; e++) d.scale++;
      for (; e > 0; e--) { if (d.scale) d.scale--; else d.mantissa *= 10; }
      break;
    }
    if (c < '0' || c > '9') return false;
    any = true;
    unsigned __int128 m = d.mantissa * 10 + (c - '0');
    if (m > limit || (dot && d.scale >= 28)) {
      if (!dot) return false;
      if (c >= '5' && d.mantissa < limit) d.mantissa++;
      break;
    }
    d.mantissa = m;
    if (dot) d.scale++;
  }
  if (!any || d.scale > 28) return false;
  *out = d;
  return true;
}
bool parseInteger(std::wstring_view text, int64_t *out) {
  std::wstring_view s = trim(text);
  bool minus = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
  if (s.empty() || s.size() > 19) return false;
  int64_t v = 0;
  for (wchar_t c : s) {
    if (c < '0' || c > '9') return false;
    v = v * 10 + (c - '0');
  }
  *out = minus ? -v : v;
  return true;
}
bool parseBool(std::wstring_view text, bool *out) {
  std::wstring_view s = trim(text);
  if (sameName(s, L"true")) *out = true;
  else if (sameName(s, L"false")) *out = false;
  else return false;
  return true;
}
std::wstring newGuid() {
  GUID g;
  CoCreateGuid(&g);
  wchar_t b[40];
  swprintf(b, 40, L"%08lx-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x", g.Data1, g.Data2, g.Data3, g.Data4[0], g.Data4[1], g.Data4[2], g.Data4[3], g.Data4[4], g.Data4[5], g.Data4[6], g.Data4[7]);
  return b;
}
std::wstring cultureText(const Value &v) {
  wchar_t point = russian() ? ',' : '.';
  switch (v.kind()) {
    case Kind::Null: case Kind::DbNull: return L"";
    case Kind::Bool: return v.i() ? L"True" : L"False";
    case Kind::String: case Kind::Guid: return std::wstring(v.s());
    case Kind::Char: return std::wstring(1, (wchar_t)v.i());
    case Kind::R8: return plainReal(v.d(), 15, point);
    case Kind::R4: return plainReal(v.d(), 7, point);
    case Kind::Decimal: return decimalText(v.dec(), point);
    case Kind::Date: {
      Calendar c = calendar(v.i());
      wchar_t b[40];
      if (russian()) swprintf(b, 40, L"%02d.%02d.%04d %d:%02d:%02d", c.d, c.mo, c.y, c.h, c.mi, c.s);
      else swprintf(b, 40, L"%d/%d/%04d %d:%02d:%02d %ls", c.mo, c.d, c.y, c.h % 12 ? c.h % 12 : 12, c.mi, c.s, c.h < 12 ? L"AM" : L"PM");
      return b;
    }
    case Kind::Object: return v.o()->toText();
    case Kind::U8: return std::to_wstring((uint64_t)v.i());
    default: return std::to_wstring(v.i());
  }
}

// ---- conversion

static bool asNumber(const Value &v, double *d) {
  switch (v.kind()) {
    case Kind::Bool: case Kind::I1: case Kind::U1: case Kind::I2: case Kind::U2: case Kind::I4: case Kind::U4: case Kind::I8: *d = (double)v.i(); return true;
    case Kind::U8: *d = (double)(uint64_t)v.i(); return true;
    case Kind::R4: case Kind::R8: *d = v.d(); return true;
    case Kind::Decimal: return parseReal(decimalText(v.dec(), '.'), '.', 0, d);
    case Kind::String: return russian() ? parseReal(v.s(), ',', 0xa0, d) : parseReal(v.s(), '.', ',', d);
    default: return false;
  }
}
static bool toInteger(const Value &v, Kind to, Value *out) {
  int64_t n;
  double d;
  if (v.is(Kind::String)) {
    if (!parseInteger(v.s(), &n)) return false;
  } else if (v.is(Kind::R8) || v.is(Kind::R4) || v.is(Kind::Decimal)) {
    if (!asNumber(v, &d) || !(std::fabs(d) < 9.3e18)) return false;
    n = (int64_t)std::nearbyint(d);
  } else if (asNumber(v, &d)) {
    n = v.i();
  } else {
    return false;
  }
  static const struct { Kind k; int64_t lo, hi; } ranges[] = {{Kind::I1, -128, 127}, {Kind::U1, 0, 255}, {Kind::I2, -32768, 32767}, {Kind::U2, 0, 65535}, {Kind::I4, INT32_MIN, INT32_MAX}, {Kind::U4, 0, UINT32_MAX}};
  for (auto &r : ranges)
    if (r.k == to && (n < r.lo || n > r.hi)) return false;
  *out = Value::integer(n, to);
  return true;
}
bool convert(const Value &v, Kind to, Value *out) {
  if (v.kind() == to) { *out = v; return true; }
  if (v.isNull()) { *out = defaultOf(to); return true; }
  double d;
  switch (to) {
    case Kind::String:
      *out = Value::text(cultureText(v));
      return true;
    case Kind::Bool: {
      bool b;
      if (v.is(Kind::String)) { if (!parseBool(v.s(), &b)) return false; }
      else if (asNumber(v, &d)) b = d != 0;
      else return false;
      *out = Value::boolean(b);
      return true;
    }
    case Kind::R8: case Kind::R4:
      if (!asNumber(v, &d)) return false;
      *out = Value::real(to == Kind::R4 ? (float)d : d, to);
      return true;
    case Kind::Decimal: {
      Decimal x;
      if (v.is(Kind::String)) { if (!parseDecimal(v.s(), russian() ? ',' : '.', false, &x)) return false; }
      else if (v.is(Kind::R8) || v.is(Kind::R4)) { if (!parseDecimal(xmlReal(v.d(), v.is(Kind::R4) ? 7 : 15), '.', false, &x)) return false; }
      else if (asNumber(v, &d)) { x.negative = v.i() < 0; x.mantissa = x.negative ? -(__int128)v.i() : v.i(); }
      else return false;
      *out = Value::decimal(x);
      return true;
    }
    case Kind::Date:
      return v.is(Kind::String) && parseXmlDate(v.s(), out);
    default:
      return to >= Kind::I1 && to <= Kind::U8 && toInteger(v, to, out);
  }
}
Value defaultOf(Kind k) {
  switch (k) {
    case Kind::Bool: return Value::boolean(false);
    case Kind::R4: case Kind::R8: return Value::real(0, k);
    case Kind::Decimal: return Value::decimal({});
    case Kind::Date: return Value::date(0);
    case Kind::Null: case Kind::DbNull: case Kind::String: case Kind::Object: case Kind::Array: return Value();
    default: return Value::integer(0, k);
  }
}
static const struct { const wchar_t *name; Kind kind; } kTypes[] = {
    {L"String", Kind::String}, {L"Int32", Kind::I4}, {L"Int64", Kind::I8}, {L"Double", Kind::R8}, {L"Decimal", Kind::Decimal}, {L"Boolean", Kind::Bool},
    {L"DateTime", Kind::Date}, {L"Int16", Kind::I2}, {L"Byte", Kind::U1}, {L"Single", Kind::R4}, {L"Char", Kind::Char}, {L"Guid", Kind::Guid},
    {L"SByte", Kind::I1}, {L"UInt16", Kind::U2}, {L"UInt32", Kind::U4}, {L"UInt64", Kind::U8}, {L"DBNull", Kind::DbNull}};
Kind kindOfTypeName(std::wstring_view name) {
  for (auto &t : kTypes)
    if (sameName(t.name, name)) return t.kind;
  return Kind::Null;
}
const wchar_t *typeName(Kind k) {
  for (auto &t : kTypes)
    if (t.kind == k) return t.name;
  return L"Object";
}

std::string utf8(std::wstring_view s) {
  std::string r(WideCharToMultiByte(CP_UTF8, 0, s.data(), (int)s.size(), nullptr, 0, nullptr, nullptr), 0);
  WideCharToMultiByte(CP_UTF8, 0, s.data(), (int)s.size(), r.data(), (int)r.size(), nullptr, nullptr);
  return r;
}
std::wstring utf16(std::string_view s) {
  std::wstring r(MultiByteToWideChar(CP_UTF8, 0, s.data(), (int)s.size(), nullptr, 0), 0);
  MultiByteToWideChar(CP_UTF8, 0, s.data(), (int)s.size(), r.data(), (int)r.size());
  return r;
}
