// Locks over Windows' own: mingw's win32 thread model has no std::mutex.
#pragma once
#include <windows.h>

class Lock {
 public:
  Lock() { InitializeCriticalSection(&cs_); }
  ~Lock() { DeleteCriticalSection(&cs_); }
  Lock(const Lock &) = delete;
  void enter() { EnterCriticalSection(&cs_); }
  void leave() { LeaveCriticalSection(&cs_); }

 private:
  CRITICAL_SECTION cs_;
};
class Hold {
 public:
  explicit Hold(Lock &l) : l_(l) { l_.enter(); }
  ~Hold() { l_.leave(); }
  Hold(const Hold &) = delete;

 private:
  Lock &l_;
};
