// XML's markup: tags, text and entities, well-formed or not at all.
#pragma once
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "errors.h"

struct Attribute { std::wstring_view name; std::wstring_view value; };
struct Tag {
  std::wstring_view name;
  std::vector<Attribute> attributes;
  bool closed = false;  // <a/>
};

/** Reads the markup: tags, text and entities, well-formed or not at all. */
class Markup {
 public:
  explicit Markup(std::wstring_view s, bool keepsLineEnds = false) : begin_(s.data()), p_(s.data()), end_(s.data() + s.size()), keepsLineEnds_(keepsLineEnds) {}

  /** The next start tag into *tag (true), or an end tag, which is checked (false). Text before it goes to *text. */
  bool next(Tag *tag, std::wstring *text) {
    for (;;) {
      const wchar_t *t = p_;
      while (p_ < end_ && *p_ != '<') p_++;
      if (p_ > t) {
        if (open_.empty()) space(t);
        else if (text) decode(t, p_, text);
        else checkText(t);
      }
      if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
      if (skipOther(text)) continue;
      if (p_ + 1 < end_ && p_[1] == '/') { endTag(); return false; }
      startTag(tag);
      return true;
    }
  }
  /** Passes over the content of an element whose start tag was just read. */
  void skip(const Tag &t) {
    if (t.closed) return;
    for (int depth = 1; depth;) {
      Tag x;
      if (next(&x, nullptr)) depth += !x.closed;
      else depth--;
    }
  }
  /** Passes over everything up to the end tag of the element that is open, or of one that many levels up. */
  void skipToEnd(int levels = 1) {
    for (int depth = levels; depth;) {
      Tag x;
      if (next(&x, nullptr)) depth += !x.closed;
      else depth--;
    }
  }
  void finish() {
    for (;;) {
      const wchar_t *t = p_;
      while (p_ < end_ && *p_ != '<') p_++;
      space(t);
      if (p_ >= end_) return;
      if (!skipOther(nullptr)) fail(L"There are multiple root elements.");
    }
  }
  [[noreturn]] void fail(const std::wstring &what) {
    int line = 1, column = 1;
    for (const wchar_t *q = begin_; q < p_ && q < end_; q++)
      if (*q == '\n') line++, column = 1;
      else column++;
    throw NetError(Net::Xml, what + L" Line " + std::to_wstring(line) + L", position " + std::to_wstring(column) + L".");
  }

 private:
  void space(const wchar_t *t) {
    for (; t < p_; t++)
      if (!wcschr(L" \t\r\n", *t)) fail(L"Data at the root level is invalid.");
  }
  void checkText(const wchar_t *t) {
    for (; t < p_; t++)
      if (bad(*t)) fail(L"An invalid character was found.");
  }
  static bool bad(wchar_t c) { return (c < 32 && c != '\t' && c != '\n' && c != '\r') || c >= 0xfffe; }
  bool at(const wchar_t *s) const { size_t n = wcslen(s); return (size_t)(end_ - p_) >= n && !wcsncmp(p_, s, n); }
  void past(const wchar_t *s) {
    size_t n = wcslen(s);
    while (p_ < end_ && !at(s)) p_++;
    if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
    p_ += n;
  }
  bool skipOther(std::wstring *text) {
    if (at(L"<!--")) past(L"-->");
    else if (at(L"<?")) past(L"?>");
    else if (at(L"<![CDATA[")) {
      const wchar_t *t = p_ += 9;
      past(L"]]>");
      if (text) text->append(t, p_ - 3);
    } else if (at(L"<!")) past(L">");
    else return false;
    return true;
  }
  static bool nameChar(wchar_t c) { return c > 0x7f || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '-' || c == '.'; }
  std::wstring_view name() {
    const wchar_t *t = p_;
    if (p_ < end_ && ((*p_ >= '0' && *p_ <= '9') || *p_ == '-' || *p_ == '.')) fail(L"Name cannot begin with the character.");
    while (p_ < end_ && nameChar(*p_)) p_++;
    if (p_ == t) fail(L"Name cannot begin with the character.");
    return {t, (size_t)(p_ - t)};
  }
  void blanks() { while (p_ < end_ && wcschr(L" \t\r\n", *p_)) p_++; }
  void endTag() {
    p_ += 2;
    std::wstring_view n = name();
    blanks();
    if (p_ >= end_ || *p_ != '>') fail(L"Unexpected token.");
    p_++;
    if (open_.empty() || open_.back() != n) fail(L"The start tag does not match the end tag of '" + std::wstring(n) + L"'.");
    open_.pop_back();
  }
  void startTag(Tag *tag) {
    p_++;
    tag->name = name();
    tag->attributes.clear();
    for (;;) {
      const wchar_t *before = p_;
      blanks();
      if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
      if (*p_ == '>') { p_++; tag->closed = false; open_.push_back(tag->name); return; }
      if (*p_ == '/') {
        if (p_ + 1 >= end_ || p_[1] != '>') fail(L"Unexpected token.");
        p_ += 2;
        tag->closed = true;
        return;
      }
      if (before == p_) fail(L"Expecting white space.");
      tag->attributes.push_back(attribute(*tag));
    }
  }
  Attribute attribute(const Tag &tag) {
    Attribute a;
    a.name = name();
    for (auto &x : tag.attributes)
      if (x.name == a.name) fail(L"'" + std::wstring(a.name) + L"' is a duplicate attribute name.");
    blanks();
    if (p_ >= end_ || *p_ != '=') fail(L"'=' was expected.");
    p_++;
    blanks();
    if (p_ >= end_ || (*p_ != '"' && *p_ != '\'')) fail(L"A quote was expected.");
    wchar_t quote = *p_++;
    const wchar_t *t = p_;
    bool entity = false;
    while (p_ < end_ && *p_ != quote) {
      if (*p_ == '<' || bad(*p_)) fail(L"An invalid character was found.");
      entity = entity || *p_ == '&' || *p_ == '\r';
      p_++;
    }
    if (p_ >= end_) fail(L"Unexpected end of file has occurred.");
    a.value = {t, (size_t)(p_ - t)};
    if (entity) {
      kept_.push_back(std::make_unique<std::wstring>());
      decode(t, p_, kept_.back().get());
      a.value = *kept_.back();
    }
    p_++;
    if (kept_.size() > 4096 && tag.attributes.empty()) kept_.erase(kept_.begin(), kept_.end() - 64);
    return a;
  }
  void decode(const wchar_t *t, const wchar_t *e, std::wstring *out) {
    while (t < e) {
      if (bad(*t)) fail(L"An invalid character was found.");
      if (*t == '\r' && !keepsLineEnds_) {  // line ends are made one character
        out->push_back('\n');
        t += t + 1 < e && t[1] == '\n' ? 2 : 1;
        continue;
      }
      if (*t != '&') { out->push_back(*t++); continue; }
      const wchar_t *s = wmemchr(t, ';', e - t);
      if (!s) fail(L"An error occurred while parsing EntityName.");
      entity({t + 1, (size_t)(s - t - 1)}, out);
      t = s + 1;
    }
  }
  void entity(std::wstring_view n, std::wstring *out) {
    static const struct { const wchar_t *name; wchar_t c; } known[] = {{L"lt", '<'}, {L"gt", '>'}, {L"amp", '&'}, {L"quot", '"'}, {L"apos", '\''}};
    for (auto &k : known)
      if (n == k.name) { out->push_back(k.c); return; }
    if (n.size() < 2 || n[0] != '#') fail(L"Reference to undeclared entity '" + std::wstring(n) + L"'.");
    bool hex = n[1] == 'x';
    unsigned long code = wcstoul(std::wstring(n.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10);
    if (code > 0xffff) {
      code -= 0x10000;
      out->push_back((wchar_t)(0xd800 + (code >> 10)));
      out->push_back((wchar_t)(0xdc00 + (code & 0x3ff)));
    } else {
      out->push_back((wchar_t)code);
    }
  }

  const wchar_t *begin_, *p_, *end_;
  bool keepsLineEnds_;
  std::vector<std::wstring_view> open_;
  std::vector<std::unique_ptr<std::wstring>> kept_;
};
