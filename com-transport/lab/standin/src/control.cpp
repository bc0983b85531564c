#include "control.h"

#include <atomic>
#include <map>
#include "lock.h"
#include <vector>

#include "errors.h"
#include "model.h"

struct Order {
  std::wstring cls, member;
  long nth = 0, seen = 0;
  Fault fault;
};
static Lock g_lock;
static std::vector<Order> g_orders;
static bool g_own;             // Control(text) was given: the file is not looked at
static ULONGLONG g_checked;
static FILETIME g_time;
static std::atomic<bool> g_any;

static std::wstring word(std::wstring_view &s) {
  while (!s.empty() && (s[0] == ' ' || s[0] == '\t')) s.remove_prefix(1);
  size_t n = 0;
  while (n < s.size() && s[n] != ' ' && s[n] != '\t') n++;
  std::wstring r(s.substr(0, n));
  s.remove_prefix(n);
  return r;
}
static bool parseOrder(std::wstring_view line, Order *o) {
  std::wstring target = word(line), what = word(line);
  while (!line.empty() && line[0] == ' ') line.remove_prefix(1);
  size_t dot = target.find('.'), at = target.find('@');
  if (target.empty() || target[0] == '#' || dot == std::wstring::npos) return false;
  o->cls = target.substr(0, dot);
  o->member = target.substr(dot + 1, at == std::wstring::npos ? at : at - dot - 1);
  if (at != std::wstring::npos) o->nth = _wtol(target.c_str() + at + 1);
  std::wstring argument(line);
  o->fault.number = (long)wcstoul(argument.c_str(), nullptr, 0);
  o->fault.text = argument;
  static const struct { const wchar_t *name; Fault::What what; } kinds[] = {{L"hang", Fault::Hang}, {L"delay", Fault::Delay}, {L"hresult", Fault::Hresult}, {L"exception", Fault::Exception}, {L"garbage", Fault::Garbage}, {L"exit", Fault::Exit}};
  for (auto &k : kinds)
    if (what == k.name) { o->fault.what = k.what; return true; }
  return false;
}
static void parseOrders(std::wstring_view text) {
  g_orders.clear();
  while (!text.empty()) {
    size_t n = text.find('\n');
    std::wstring_view line = text.substr(0, n);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    Order o;
    if (parseOrder(line, &o)) g_orders.push_back(o);
    if (n == std::wstring_view::npos) break;
    text.remove_prefix(n + 1);
  }
  g_any = !g_orders.empty();
}
static bool readFile(const std::wstring &path, std::string *out) {
  HANDLE f = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return false;
  char b[4096];
  DWORD n;
  while (ReadFile(f, b, sizeof b, &n, nullptr) && n) out->append(b, n);
  CloseHandle(f);
  return true;
}
static void look() {
  ULONGLONG now = GetTickCount64();
  if (g_own || home().empty() || now - g_checked < 20) return;
  g_checked = now;
  WIN32_FILE_ATTRIBUTE_DATA a;
  std::wstring path = home() + L"\\control.txt";
  FILETIME none = {};
  if (!GetFileAttributesExW(path.c_str(), GetFileExInfoStandard, &a)) a.ftLastWriteTime = none;
  if (!CompareFileTime(&a.ftLastWriteTime, &g_time)) return;
  g_time = a.ftLastWriteTime;
  std::string text;
  readFile(path, &text);
  parseOrders(utf16(text));
}
static bool matches(const std::wstring &pattern, const std::wstring &name) { return pattern == L"*" || sameName(pattern, name); }
Fault faultFor(const std::wstring &cls, const std::wstring &member) {
  Hold hold(g_lock);
  look();
  if (!g_any) return {};
  Fault found;
  for (auto &o : g_orders) {
    if (!matches(o.cls, cls) || !matches(o.member, member)) continue;
    o.seen++;
    if (found.what == Fault::None && (!o.nth || o.nth == o.seen)) found = o.fault;
  }
  return found;
}
void control(const std::wstring &text) {
  Hold hold(g_lock);
  g_own = true;
  parseOrders(text);
}

// ---- journal

static Lock g_journal;
static std::map<std::pair<const wchar_t *, const wchar_t *>, long long> g_calls;
static std::atomic<long long> g_crossings, g_names;

static bool tracing() {
  static ULONGLONG checked;
  static bool on;
  ULONGLONG now = GetTickCount64();
  if (now - checked > 1000 || !checked) {
    checked = now;
    on = !home().empty() && GetFileAttributesW((home() + L"\\trace").c_str()) != INVALID_FILE_ATTRIBUTES;
  }
  return on;
}
static std::wstring ownFile(const wchar_t *kind) { return home() + L"\\" + kind + L"-" + std::to_wstring(GetCurrentProcessId()) + L".txt"; }
static void write(const std::wstring &path, DWORD how, DWORD access, const std::string &text) {
  HANDLE f = CreateFileW(path.c_str(), access, FILE_SHARE_READ, nullptr, how, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return;
  DWORD n;
  WriteFile(f, text.data(), (DWORD)text.size(), &n, nullptr);
  CloseHandle(f);
}
void journalCall(const wchar_t *cls, const wchar_t *member) {
  g_crossings++;
  Hold hold(g_journal);
  g_calls[{cls, member}]++;
  if (tracing()) write(ownFile(L"trace"), OPEN_ALWAYS, FILE_APPEND_DATA, utf8(std::wstring(cls) + L"." + member + L"\n"));
}
void journalName() { g_names++; }
long long journalCrossings() { return g_crossings; }
long long journalNames() { return g_names; }
long long journalCallsOf(const std::wstring &name) {
  Hold hold(g_journal);
  long long n = 0;
  for (auto &c : g_calls)
    if (sameName(std::wstring(c.first.first) + L"." + c.first.second, name)) n += c.second;
  return n;
}
void journalReset() {
  Hold hold(g_journal);
  g_calls.clear();
  g_crossings = 0;
  g_names = 0;
  g_highest = (int)g_live;
}
void journalFlush() {
  if (home().empty()) return;
  Hold hold(g_journal);
  std::wstring s = L"crossings " + std::to_wstring(g_crossings) + L"\nnames " + std::to_wstring(g_names) + L"\nlive " + std::to_wstring(g_live) + L"\nhighest " + std::to_wstring(g_highest) + L"\nforeign-releases " + std::to_wstring(g_foreignReleases) + L"\n";
  for (auto &c : g_calls) s += L"call " + std::wstring(c.first.first) + L"." + c.first.second + L" " + std::to_wstring(c.second) + L"\n";
  std::wstring path = ownFile(L"journal");
  write(path + L".new", CREATE_ALWAYS, GENERIC_WRITE, utf8(s));
  MoveFileExW((path + L".new").c_str(), path.c_str(), MOVEFILE_REPLACE_EXISTING);
}
