#include "errors.h"

#include "lock.h"

#include "value.h"

static const struct { Net type; const wchar_t *name; HRESULT hr; } kNet[] = {
    {Net::Exception, L"System.Exception", (HRESULT)0x80131500}, {Net::Argument, L"System.ArgumentException", (HRESULT)0x80070057},
    {Net::ArgumentNull, L"System.ArgumentNullException", (HRESULT)0x80004003}, {Net::ArgumentOutOfRange, L"System.ArgumentOutOfRangeException", (HRESULT)0x80131502},
    {Net::InvalidOperation, L"System.InvalidOperationException", (HRESULT)0x80131509}, {Net::Format, L"System.FormatException", (HRESULT)0x80131537},
    {Net::UriFormat, L"System.UriFormatException", (HRESULT)0x80131537}, {Net::Xml, L"System.Xml.XmlException", (HRESULT)0x80131940},
    {Net::Serialization, L"System.Runtime.Serialization.SerializationException", (HRESULT)0x8013150C}, {Net::NullReference, L"System.NullReferenceException", (HRESULT)0x80004003},
    {Net::NotSupported, L"System.NotSupportedException", (HRESULT)0x80131515}, {Net::NotImplemented, L"System.NotImplementedException", (HRESULT)0x80004001},
    {Net::Overflow, L"System.OverflowException", (HRESULT)0x80131516}, {Net::Web, L"System.Net.WebException", (HRESULT)0x80131509},
    {Net::FileNotFound, L"System.IO.FileNotFoundException", (HRESULT)0x80070002}, {Net::TargetInvocation, L"System.Reflection.TargetInvocationException", (HRESULT)0x80131604}};

NetError::NetError(Net type, const std::wstring &ru, const std::wstring &en) : type(type), text(russian() ? ru : en) {}
HRESULT NetError::hresult() const {
  for (auto &n : kNet)
    if (n.type == type) return n.hr;
  return (HRESULT)0x80131500;
}
const wchar_t *NetError::name() const {
  for (auto &n : kNet)
    if (n.type == type) return n.name;
  return L"System.Exception";
}
NullReference::NullReference() : NetError(Net::NullReference, L"Ссылка на объект не указывает на экземпляр объекта.", L"Object reference not set to an instance of an object.") {}

std::wstring home() {
  static const std::wstring h = [] {
    wchar_t b[1024] = L"";
    GetEnvironmentVariableW(L"STANDIN_HOME", b, 1024);
    std::wstring s = b;
    while (!s.empty() && (s.back() == '\\' || s.back() == '/')) s.pop_back();
    return s;
  }();
  return h;
}

/** The file that today's entries go to: a new number begins when one has grown over 5 MB. */
static std::wstring logFile(const SYSTEMTIME &t) {
  for (int n = 1;; n++) {
    wchar_t name[80];
    swprintf(name, 80, L"\\Logs\\com_%02d_%02d_%04d_%d.log", t.wDay, t.wMonth, t.wYear, n);
    std::wstring path = home() + name;
    WIN32_FILE_ATTRIBUTE_DATA a;
    if (!GetFileAttributesExW(path.c_str(), GetFileExInfoStandard, &a) || a.nFileSizeLow < 5 * 1024 * 1024) return path;
  }
}
static void append(const std::wstring &path, const std::wstring &text) {
  HANDLE f = CreateFileW(path.c_str(), FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return;
  std::string b = utf8(text);
  DWORD n;
  WriteFile(f, b.data(), (DWORD)b.size(), &n, nullptr);
  CloseHandle(f);
}
void logException(const NetError &e, const std::wstring &where) {
  static Lock m;
  if (home().empty()) return;
  Hold hold(m);
  CreateDirectoryW((home() + L"\\Logs").c_str(), nullptr);
  SYSTEMTIME t;
  GetLocalTime(&t);
  wchar_t head[64];
  wchar_t sep = russian() ? '.' : '/';
  swprintf(head, 64, L"%02d%c%02d%c%04d %02d:%02d:%02d.%03d ERROR", t.wDay, sep, t.wMonth, sep, t.wYear, t.wHour, t.wMinute, t.wSecond, t.wMilliseconds);
  std::wstring outer = russian() ? L"Адресат вызова создал исключение." : L"Exception has been thrown by the target of an invocation.";
  std::wstring top = L" STACK TOP: at Cleverence.Warehouse." + where + L" ()";
  std::wstring s = std::wstring(head) + L"\r\nADDITION TEXT:\t\r\n" + e.text + L" " + outer + L"\r\nMESSAGE:\t" + outer + top + L"\r\nTYPE:\t\tSystem.Reflection.TargetInvocationException\r\nSOURCE:\t\tmscorlib\r\n[STACK TRACE]\r\n\t\tat Cleverence.Reflect.ReflectionProxy.InvokeMember ()\r\n[STACK TRACE]\r\nHRESULT:\t" + std::to_wstring((int32_t)0x80131604) +
                   L"\r\n\r\n\t--INNER EXCEPTION--\r\n\tMESSAGE:\t\t" + e.text + top + L"\r\n\tTYPE:\t\t" + e.name() + L"\r\n\tSOURCE:\t\tCleverence.MobileSMARTS.ComConnector\r\n\t[STACK TRACE]\r\n\t\t\tat Cleverence.Warehouse." + where + L" ()\r\n\t[STACK TRACE]\r\n\tHRESULT:\t" + std::to_wstring((int32_t)e.hresult()) + L"\r\n";
  append(logFile(t), s);
}
