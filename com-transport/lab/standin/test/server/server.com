# A base that asks for an account, with a description and devices, in en-US: the vendor's component was not seen with one.
c = new StorageConnector
a = c.SelectCurrentApp("srv:10501/base-1")
c.CurrentAppId => S "srv:10501/base-1"
a.Name => S "Склад"
c.NeedAuthenticate() => BOOL true
c.GetDocuments("", false) => ERR 80131604
c.Login("bridge", "wrong") => ERR 80131604
c.Login("bridge", "secret") => S "tok1"
c.GetDocuments("", false).Count => I4 3
c.Logout()
c.GetProductsCount() => ERR 80131604
c.LoginByToken("bridge", "tok1") => S "tok1"
c.GetProductsCount() => I4 5
d = a.GetAppDescription()
d.AppName => S "Склад 15"
d.AppVersion => OBJ
d.AppVersion.ToString() => S "1.2.3.4"
d.AppVersion.Minor => I4 2
c.GetDevices().Count => I4 1
c.ChangeDeviceName("dev1", "Новое")
c.GetDevices().Item(0).DeviceName => S "Новое"
c.GetDevices().Item(0).GetField("Доп") => I4 5
c.PrintUserLabel("a", "b", empty) => ERR 80131604
p = new Product
p.UnitConvertionRate := "5,5"
p.UnitConvertionRate => R8 55.0
p.Id := d45824.5
p.Id => S "6/16/2025 12:00:00 PM"
p.Fields.Add("б", 1)
f = p.Fields.Item(0)
f.Value := 9
p.GetField("б") => I4 9
x = c.GetDocument("doc-2").CurrentItems.Item(0)
x.BindedLine.Uid => S "00000000-0000-4000-8000-000000000021"
c.SelectCurrentApp("BASE-1") => ERR 80131604
