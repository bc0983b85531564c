// What a call can end with, and the component's log.
#pragma once
#include <windows.h>

#include <string>

/** .NET's exceptions that the component throws, each with its HRESULT. */
enum class Net { Exception, Argument, ArgumentNull, ArgumentOutOfRange, InvalidOperation, Format, UriFormat, Xml, Serialization, NullReference, NotSupported, NotImplemented, Overflow, Web, FileNotFound, TargetInvocation };

/** An exception inside a member: it goes to the log, and Invoke answers 0x80131604 without a text. */
struct NetError {
  Net type;
  std::wstring text;
  NetError(Net type, const std::wstring &ru, const std::wstring &en);
  NetError(Net type, const std::wstring &text) : type(type), text(text) {}
  HRESULT hresult() const;
  const wchar_t *name() const;
};
struct ArgumentError : NetError {
  ArgumentError(const std::wstring &ru, const std::wstring &en) : NetError(Net::Argument, ru, en) {}
};
struct NullReference : NetError {
  NullReference();
};

/** A refusal that Invoke answers as it stands: no exception of a member. */
struct Refusal {
  HRESULT hr;
  std::wstring text;
};

/** Appends an exception to STANDIN_HOME/Logs/com_DD_MM_YYYY_N.log. */
void logException(const NetError &e, const std::wstring &where);

std::wstring home();  // STANDIN_HOME without a separator at its end
