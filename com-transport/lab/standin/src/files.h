#pragma once
#include <windows.h>

#include <string>

bool readWhole(const std::wstring &path, std::string *out);
/** Writes beside and renames, so that a reader sees the old file or the new one. */
bool writeWhole(const std::wstring &path, const std::string &bytes, bool replace = true);

/** What tells one state of a file from another. */
struct Stamp {
  FILETIME time = {};
  unsigned long long size = 0;
  bool operator==(const Stamp &o) const { return !CompareFileTime(&time, &o.time) && size == o.size; }
};
Stamp stampOf(const std::wstring &path);  // all zero: there is none
bool exists(const std::wstring &path);

/** A name that any file system takes, unlike for unlike names. */
std::wstring fileName(std::wstring_view name);
/** The same for names that differ in case only. */
std::wstring fileNameByCase(std::wstring_view name);
