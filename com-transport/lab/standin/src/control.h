// Faults on demand and the journal of calls.
#pragma once
#include <windows.h>

#include <string>

struct Fault {
  enum What { None, Hang, Delay, Hresult, Exception, Garbage, Exit } what = None;
  long number = 0;
  std::wstring text;
};
/** The fault that the control file, or Control(text), orders for this call; counts the call for @N. */
Fault faultFor(const std::wstring &cls, const std::wstring &member);
void control(const std::wstring &text);  // faults of this process alone, instead of the file's

void journalCall(const wchar_t *cls, const wchar_t *member);
void journalName();
long long journalCrossings();
long long journalNames();
long long journalCallsOf(const std::wstring &name);  // CLASS.MEMBER
void journalReset();
void journalFlush();
