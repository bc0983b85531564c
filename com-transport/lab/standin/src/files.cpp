#include "files.h"

#include <algorithm>
#include <cstdint>

bool readWhole(const std::wstring &path, std::string *out) {
  HANDLE f = CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return false;
  LARGE_INTEGER size;
  GetFileSizeEx(f, &size);
  out->resize((size_t)size.QuadPart);
  size_t at = 0;
  DWORD n = 0;
  while (at < out->size() && ReadFile(f, out->data() + at, (DWORD)std::min<size_t>(out->size() - at, 1 << 24), &n, nullptr) && n) at += n;
  CloseHandle(f);
  return at == out->size();
}
static bool writeTo(const std::wstring &path, const std::string &bytes) {
  HANDLE f = CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr);
  if (f == INVALID_HANDLE_VALUE) return false;
  size_t at = 0;
  DWORD n = 0;
  while (at < bytes.size() && WriteFile(f, bytes.data() + at, (DWORD)std::min<size_t>(bytes.size() - at, 1 << 24), &n, nullptr)) at += n;
  CloseHandle(f);
  return at == bytes.size();
}
bool writeWhole(const std::wstring &path, const std::string &bytes, bool replace) {
  if (!replace) return writeTo(path, bytes);
  std::wstring beside = path + L"." + std::to_wstring(GetCurrentProcessId()) + L"." + std::to_wstring(GetCurrentThreadId()) + L".new";
  if (!writeTo(beside, bytes)) return false;
  return MoveFileExW(beside.c_str(), path.c_str(), MOVEFILE_REPLACE_EXISTING) != 0;
}
Stamp stampOf(const std::wstring &path) {
  WIN32_FILE_ATTRIBUTE_DATA a;
  Stamp s;
  if (!GetFileAttributesExW(path.c_str(), GetFileExInfoStandard, &a)) return s;
  s.time = a.ftLastWriteTime;
  s.size = ((unsigned long long)a.nFileSizeHigh << 32) | a.nFileSizeLow;
  return s;
}
bool exists(const std::wstring &path) { return GetFileAttributesW(path.c_str()) != INVALID_FILE_ATTRIBUTES; }

std::wstring fileName(std::wstring_view name) {
  std::wstring r;
  for (wchar_t c : name) {
    if (c < 32 || wcschr(L"<>:\"/\\|?*%", c) || (c == '.' && r.empty())) {
      wchar_t b[8];
      swprintf(b, 8, L"%%%02X", c);
      r += b;
    } else {
      r += c;
    }
  }
  if (!r.empty() && (r.back() == ' ' || r.back() == '.')) r += L"%";
  if (r.size() <= 100) return r.empty() ? L"%" : r;
  uint64_t h = 1469598103934665603ull;
  for (wchar_t c : name) h = (h ^ c) * 1099511628211ull;
  wchar_t b[24];
  swprintf(b, 24, L"%%%016llx", (unsigned long long)h);
  return r.substr(0, 80) + b;
}
std::wstring fileNameByCase(std::wstring_view name) {
  std::wstring r = fileName(name);
  uint32_t h = 2166136261u;
  bool upper = false;
  for (wchar_t c : name) {
    upper = upper || (c >= 'A' && c <= 'Z') || (c >= 0x400 && c <= 0x42f);
    h = (h ^ c) * 16777619u;
  }
  if (!upper) return r;
  wchar_t b[12];
  swprintf(b, 12, L"%%%08x", h);
  return r + b;
}
