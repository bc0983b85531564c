// The component's own XML, both ways.
#pragma once
#include "model.h"

struct Node {
  enum Kind { Attribute, Child, Items, FieldAttributes, FieldValue, Open } kind;
  enum When { Always, NonEmpty, NonNull, Unread, NonDefault, Filled, Lazy, Unlike, UnlikeId } when;
  std::wstring name;
  int slot = -1;          // of the property, -1: the additional fields
  const Member *member = nullptr;
  std::wstring unlike;
};
struct Shape {
  std::vector<Node> nodes;
  bool fieldAttributes = false;
  bool open = false;      // an end tag of its own even without content
  bool escapesNull = false;  // a text that begins with null gets a backslash, not only null itself
  const Node *attribute(std::wstring_view name) const;
  const Node *child(std::wstring_view name) const;
};
void buildShapes();

/** Stays until this thread asks for the next. */
const std::wstring &toXml(const Value &v);
Value fromXml(std::wstring_view xml, bool ofFile = false);
/** An element that holds the items, without the header: what a base's file holds, in pieces. */
void writeElement(std::wstring &out, Obj *o, const wchar_t *name, bool root);
std::wstring_view xmlHeader();
std::wstring enumText(const Member *m, int64_t value);

Value fromXmlFile(const std::wstring &path);
void toXmlFile(const Value &v, const std::wstring &path);
std::string md5(const std::string &bytes);
