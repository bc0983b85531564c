// StorageConnector: bases, accounts, and making objects.
#include "connector.h"

#include "errors.h"
#include "xml.h"

Connector &connector(Obj *o) {
  if (!o->state) o->state = std::make_unique<Connector>();
  return *static_cast<Connector *>(o->state.get());
}
static Base *chosen(Obj *o) {
  Base *b = currentBase();
  if (!b || connector(o).given.empty()) throw NetError(Net::Exception, L"Текущая база Mobile SMARTS не установлена.", L"The current Mobile SMARTS database is not installed.");
  return b;
}
Base *selected(Obj *o) {
  Base *b = chosen(o);
  if (b->needsLogin() && !connector(o).authorised) throw NetError(Net::Exception, L"Требуется авторизация. Вызовите Login или LoginByToken.", L"Authentication is required. Call Login or LoginByToken.");
  return b;
}

// ---- bases

struct Address { std::wstring host, port, id; };
static Address address(const std::wstring &given) {
  std::wstring s = given;
  size_t scheme = s.find(L"://");
  if (scheme != std::wstring::npos) s = s.substr(scheme + 3);
  Address a;
  size_t slash = s.find('/');
  std::wstring authority = s.substr(0, slash);
  if (slash != std::wstring::npos) a.id = s.substr(slash + 1);
  size_t colon = authority.find(':');
  a.host = authority.substr(0, colon);
  if (colon != std::wstring::npos) a.port = authority.substr(colon + 1);
  return a;
}
static std::wstring machine() {
  wchar_t b[256] = L"";
  DWORD n = 256;
  GetComputerNameW(b, &n);
  return b;
}
static Base *find(const Value &given) {
  std::wstring s(given.s());
  if (s.empty()) throw ArgumentError(L"Код или строка подклчюения для базы Mobile SMARTS задан пустым.\r\nИмя параметра: appIdOrConString", L"The code or connection string for the Mobile SMARTS database is set to empty.\r\nParameter name: appIdOrConString");
  if (Base *b = baseOf(s)) return b;
  if (s.find('{') != std::wstring::npos || s.find('\\') != std::wstring::npos || s[0] == '/') throw NetError(Net::UriFormat, L"Недопустимый URI: Невозможно разобрать центр/узел.", L"Invalid URI: The Authority/Host could not be parsed.");
  Address a = address(s);
  std::wstring url = s.find(L"://") == std::wstring::npos ? L"http://" + s : s;
  if (a.id.empty()) throw NetError(Net::Exception, L"Невозможно создать удаленное подключение. В строке подключения '" + url + (url.find('/', url.find(L"://") + 3) == std::wstring::npos ? L"/" : L"") + L"' не указан идентификатор базы, к которой хотим подключиться.", L"Cannot create remote connection. Connection string '" + url + L"' does not contain ID of the database for connection.");
  if (Base *b = baseOf(a.id)) return b;
  if (sameName(a.host, L"localhost") || a.host == L"127.0.0.1" || sameName(a.host, machine())) throw NetError(Net::Exception, L"Строка подключения '" + s + L"' указывает на локальную базу.", L"Connection string '" + s + L"' points to local database.");
  throw NetError(Net::Exception, L"Невозможно создать удаленное подключение по строке подключения '" + s + L"'.", L"Cannot create remote connection using connection string '" + s + L"'.");
}
static Value instance(Base *b) {
  Ref r = create(L"AppInstance");
  r->at(L"Id") = Value::text(b->id);
  r->at(L"Folder") = Value::text(b->dir);
  std::wstring name = b->info(L"name"), app = b->info(L"appId"), comment = b->info(L"comment");
  r->at(L"Name") = Value::text(name.empty() ? b->id : name);
  r->at(L"AppId") = Value::text(app.empty() ? L"2ADE66F2-4D69-4011-BCA0-DC4AD38A3F81" : app);
  if (!comment.empty()) r->at(L"Comment") = Value::text(comment);
  return r.value();
}
static Value select(Obj *o, Args &a) {
  Base *b = find(a[0]);
  Connector fresh;
  fresh.given = a[0].s();
  connector(o) = std::move(fresh);
  setCurrentBase(b);
  return instance(b);
}
static Value currentAppId(Obj *o, Args &) { return Value::text(connector(o).given); }
static Value currentApp(Obj *o, Args &) { return connector(o).given.empty() || !currentBase() ? Value() : instance(currentBase()); }
static Value appById(Obj *, Args &a) {
  Base *b = baseOf(std::wstring(a[0].s()));
  if (!b) throw NetError(Net::Exception, L"База с идентификатором '" + std::wstring(a[0].s()) + L"' не найдена.", L"The database with ID '" + std::wstring(a[0].s()) + L"' was not found.");
  return instance(b);
}
static Value appByConnection(Obj *, Args &a) { return instance(find(a[0])); }
static Value apps(Obj *, Args &) {
  Ref r = create(L"AppInstanceCollection");
  for (Base *b : allBases()) listAdd(r.get(), instance(b));
  return r.value();
}
static Value disconnect(Obj *o, Args &) {
  connector(o) = Connector();
  setCurrentBase(nullptr);
  return Value();
}
static Value needAuthenticate(Obj *o, Args &) {
  if (!currentBase() || connector(o).given.empty() || !currentBase()->needsLogin()) throw NullReference();  // of a base in folder mode too, as observed
  return Value::boolean(true);
}
static Value authorise(Obj *o, Args &a, bool byToken) {
  std::wstring token;
  if (!chosen(o)->login(a[0].s(), a[1].s(), byToken, &token)) {
    connector(o).authorised = false;
    throw NetError(Net::Exception, L"Неверное имя пользователя или пароль.", L"Wrong user name or password.");
  }
  connector(o).authorised = true;
  return Value::text(token);
}
static Value login(Obj *o, Args &a) { return authorise(o, a, false); }
static Value loginByToken(Obj *o, Args &a) { return authorise(o, a, true); }
static Value logout(Obj *o, Args &) { connector(o).authorised = false; return Value(); }
static Value checkConnection(Obj *o, Args &) { selected(o); return Value::boolean(true); }
static Value modeInfo(Obj *, Args &) { return Value::text(russian() ? L"Принудительная работа с папкой" : L"Forced work with a folder"); }
static Value noText(Obj *, Args &) { return Value(); }
static Register b1(L"StorageConnector.SelectCurrentApp", select), b2(L"StorageConnector.SelectCurrentAppWithoutAuth", select), b3(L"StorageConnector.CurrentAppId", currentAppId), b4(L"StorageConnector.GetCurrentApp", currentApp), b5(L"StorageConnector.GetAppById", appById), b6(L"StorageConnector.GetAppByConnectionString", appByConnection), b7(L"StorageConnector.GetAppsList", apps), b8(L"StorageConnector.Disconnect", disconnect), b9(L"StorageConnector.NeedAuthenticate", needAuthenticate), b10(L"StorageConnector.Login", login), b11(L"StorageConnector.LoginByToken", loginByToken), b12(L"StorageConnector.Logout", logout), b13(L"StorageConnector.CheckConnection", checkConnection), b14(L"StorageConnector.ModeFactoryInfo", modeInfo), b15(L"StorageConnector.ExchangeFolder", noText, noText);

// ---- a base's description

static Base *ofInstance(Obj *o) { return baseOf(std::wstring(o->text(L"Id"))); }
static Value appName(Obj *o, Args &) {
  Base *b = ofInstance(o);
  std::wstring n = b ? b->info(L"appName") : L"";
  return Value::text(!n.empty() ? n : b ? L"Mobile SMARTS" : L"");
}
static Value app(Obj *o, Args &a) {
  Ref r = create(L"App");
  r->at(L"Id") = o->at(L"AppId");
  r->at(L"Name") = appName(o, a);
  return r.value();
}
static Value connectionString(Obj *o, Args &) {
  Base *b = ofInstance(o);
  if (!b) return Value::text(L"");
  std::wstring c = b->info(L"connection");
  return Value::text(c.empty() ? machine() + L":10501/" + b->id : c);
}
static Value description(Obj *o, Args &a) {
  Base *b = ofInstance(o);
  if (!b || !b->hasApp()) throw NetError(Net::Exception, L"В папке '" + std::wstring(o->text(L"Folder")) + L"' отсутствует файл с описанием приложения.", L"There is no application description file in the folder '" + std::wstring(o->text(L"Folder")) + L"'.");
  Ref r = create(L"AppDescription");
  r->at(L"AppId") = o->at(L"AppId");
  r->at(L"AppName") = appName(o, a);
  for (auto key : {L"UpdateId", L"ConfigId", L"Comment", L"MainModule"}) {
    std::wstring v = b->info(key);
    if (!v.empty()) r->at(key) = Value::text(v);
  }
  for (auto key : {L"AppVersion", L"ClientVersion", L"PanelVersion", L"MainServerVersion", L"AppServerVersion", L"MinPlatformVersion", L"MinPlatform35Version"}) {
    std::wstring v = b->info(key);
    if (v.empty()) continue;
    Ref version = create(L"Version");
    version->bag().set(Value::text(L"text"), Value::text(v));
    r->at(key) = version.value();
  }
  return r.value();
}
std::wstring versionText(Obj *o) {
  Field *f = o->bag().find(L"text");
  return f ? std::wstring(f->value.s()) : L"1.0";  // as a new description's AppVersion reads [run]
}
static Value versionString(Obj *o, Args &) { return Value::text(versionText(o)); }
template <int N> static Value versionPart(Obj *o, Args &) {
  std::wstring s = versionText(o);
  size_t at = 0;
  for (int i = 0; i < N; i++) {
    at = s.find('.', at);
    if (at == std::wstring::npos) return Value::integer(-1);
    at++;
  }
  return Value::integer(_wtoi(s.c_str() + at));
}
static Value settings(Obj *, Args &) { return create(L"AppInstanceSettings").value(); }
static Value yes(Obj *, Args &) { return Value::boolean(true); }
static Value refresh(Obj *, Args &) { return Value(); }
static Register i1(L"AppInstance.AppName", appName), i2(L"AppInstance.App", app), i3(L"AppInstance.ConnectionString", connectionString), i4(L"AppInstance.GetAppDescription", description), i5(L"Version.Major", versionPart<0>), i6(L"Version.Minor", versionPart<1>), i7(L"Version.Build", versionPart<2>), i8(L"Version.Revision", versionPart<3>), i9(L"AppInstance.GetSettings", settings), i10(L"StorageConnector.CurrentAppSettings", settings), i11(L"StorageConnector.GetCurrentAppSettings", settings), i12(L"AppInstanceSettings.FolderMode", yes), i13(L"AppInstance.Refresh", refresh), i14(L"Version.ToString", versionString);

// ---- XML

static Value toXmlOf(Obj *, Args &a) { return Value::text(toXml(a[0])); }
static Value fromXmlOf(Obj *, Args &a) { return fromXml(a[0].s()); }
static Value toFile(Obj *, Args &a) { toXmlFile(a[0], std::wstring(a[1].s())); return Value(); }
static Value fromFile(Obj *, Args &a) { return fromXmlFile(std::wstring(a[0].s())); }
static Register x1(L"StorageConnector.ToXml", toXmlOf), x2(L"StorageConnector.FromXml", fromXmlOf), x3(L"StorageConnector.ToXmlFile", toFile), x4(L"StorageConnector.FromXmlFile", fromFile);
