# What is null and what is "", texts that say null, control characters
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
d = new Document
d.Id := "e1"
d.Description := ""
d.Barcode := ""
d.Name := ""
d.UserId := ""
d.WarehouseId := ""
d.Appointment := ""
d.UserName := ""
d.DocumentTypeName := ""
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" createDate="*" lastChangeDate="*" description="" deviceId="" deviceIP="" deviceName="" documentTypeName="" id="e1" name="" appointment="" userId="" userName="" warehouseId=""><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
g.ToXml(g.FromXml("<Document id=\"e2\" barcode=\"\" createDate=\"2025-01-01T00:00:00\" description=\"\" documentTypeName=\"\" name=\"\" appointment=\"\" userId=\"\" userName=\"\" warehouseId=\"\" deviceId=\"\"><DeclaredItems><DocumentItem uid=\"1\" productId=\"\" packingId=\"\" firstStorageId=\"\" firstStorageBarcode=\"\" secondStorageId=\"\" secondStorageBarcode=\"\" sSCC=\"\" productName=\"\" productMarking=\"\" productBarcode=\"\" packingName=\"\" blUid=\"\"></DocumentItem></DeclaredItems><CurrentItems/><Tables/></Document>")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" createDate="2025-01-01T00:00:00.0000000" description="" deviceId="" documentTypeName="" id="e2" name="" appointment="" userId="" userName="" warehouseId=""><Fields count="0" /><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="1" productId="" packingId="" sSCC="" productName="" productMarking="" productBarcode="" packingName=""><Fields count="0" /></DocumentItem></DeclaredItems><CurrentItems /></Document>"
i = new DocumentItem
i.SSCC := ""
i.ProductId := ""
i.PackingId := ""
i.FirstStorageId := ""
i.FirstStorageBarcode := ""
i.SecondStorageId := ""
i.SecondStorageBarcode := ""
i.ProductName := ""
i.ProductMarking := ""
i.ProductBarcode := ""
i.PackingName := ""
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" productId="" packingId="" firstStorageId="" firstStorageBarcode="" secondStorageId="" secondStorageBarcode="" sSCC="" productName="" productMarking="" productBarcode="" packingName="" createdBy="ERP"><Fields count="0" /></DocumentItem>"
i.SSCC := empty
i.ProductName := empty
i.SSCC => EMPTY
i.ProductName => S ""
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" productId="" packingId="" firstStorageId="" firstStorageBarcode="" secondStorageId="" secondStorageBarcode="" productMarking="" productBarcode="" packingName="" createdBy="ERP"><Fields count="0" /></DocumentItem>"
d.Barcode := empty
d.Barcode => EMPTY
d.DeviceId := empty
d.DeviceId => S ""
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" description="" deviceId="" deviceIP="" deviceName="" documentTypeName="" id="e1" name="" appointment="" userId="" userName="" warehouseId=""><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
p = new Product
p.Id := ""
p.Barcode := ""
p.Marking := ""
p.Name := ""
p.BasePackingId := ""
p.UnitId := ""
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" basePackingId="" id="" marking="" name=""></Product>"
p.Barcode := empty
p.Barcode => S ""
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" basePackingId="" id="" marking="" name=""></Product>"
g.ToXml(g.FromXml("<Product id=\"\" barcode=\"\" marking=\"\" name=\"\" basePackingId=\"\" f=\"\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" basePackingId="" id="" marking="" name="" f=""></Product>"
q = g.FromXml("<Product></Product>")
q.Id => S ""
q.Barcode => S ""
q.Marking => S ""
q.Name => EMPTY
q.BasePackingId => EMPTY
k = new Packing
k.Id := ""
k.Name := ""
k.Barcode := ""
k.Marking := ""
g.ToXml(k) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr" id="" marking=""></Packing>"
k.Id := "а"
k.Name := "а"
g.ToXml(k) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr" id="а" marking=""></Packing>"
k.Name := "б"
g.ToXml(k) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr" id="а" marking="" name="б"></Packing>"
g.ToXml(g.FromXml("<Packing id=\"\" name=\"\" barcode=\"\" marking=\"\"></Packing>")) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr" id="" marking=""></Packing>"
q = g.FromXml("<Packing id=\"1\"></Packing>")
q.Name => S "1"
q.Barcode => S ""
q.Marking => S ""
q = g.FromXml("<Packing id=\"1\" name=\"\" barcode=\"\"></Packing>")
q.Name => S "1"
q.Barcode => S ""
c = new Cell
c.Id := ""
c.Name := ""
c.Barcode := ""
c.Description := ""
g.ToXml(c) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" description="" name=""><Fields count="0" /></Cell>"
g.ToXml(g.FromXml("<Cell id=\"\" barcode=\"\" name=\"\" description=\"\"></Cell>")) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" description="" name=""><Fields count="0" /></Cell>"
c.Name := empty
c.Name => EMPTY
g.ToXml(c) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" barcode="" description=""><Fields count="0" /></Cell>"
u = new User
u.Id := ""
u.Name := ""
u.Password := ""
u.Barcode := ""
u.GroupId := ""
u.Description := ""
g.ToXml(u) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr" id="" name="" barcode="" password="" groupId="" description=""><WarehouseIds count="0" /></User>"
g.ToXml(g.FromXml("<User id=\"\" name=\"\" barcode=\"\" password=\"\" groupId=\"\" description=\"\"></User>")) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr" id="" name="" barcode="" password="" groupId="" description=""><WarehouseIds count="0" /></User>"
w = g.FromXml("<Warehouse id=\"\" name=\"\"><Cells/></Warehouse>")
g.ToXml(w) => S "<?xml version="1.0" encoding="utf-8"?><Warehouse xmlns:clr="http://schemas.cleverence.ru/clr" id="" name="" storageId="*"><Cells count="0" /></Warehouse>"
w = new Warehouse
w.Id := "null"
w.Name := "nullable"
g.ToXml(w) => S "<?xml version="1.0" encoding="utf-8"?><Warehouse xmlns:clr="http://schemas.cleverence.ru/clr" id="\null" name="nullable" storageId="*"><Cells count="0" /></Warehouse>"
r = g.FromXml("<Row uid=\"\" f=\"\"></Row>")
g.ToXml(r) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" f=""></Row>"
r.Uid => S ""
r = g.FromXml("<Row uid=\"null\" f=\"null\" g=\"\\null\"></Row>")
r.Uid => EMPTY
r.GetField("f") => EMPTY
r.GetField("g") => S "null"
g.ToXml(r) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" g="\null"></Row>"
r.SetField("h", "null") => EMPTY
r.SetField("k", "\\null") => EMPTY
r.SetField("l", "\\\\null") => EMPTY
r.SetField("m", "nullable") => EMPTY
r.SetField("n", "Null") => EMPTY
g.ToXml(r) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" g="\null" h="\null" k="\null" l="\\null" m="\nullable" n="Null"></Row>"
r = g.FromXml("<Row uid=\"\\null\" f=\"\\nullable\" g=\"\\\\null\" h=\"nullable\" i=\"\\nul\" Int32_j=\"null\" Double_k=\"null\" k2=\"\\null x\"></Row>")
r.Uid => S "null"
r.GetField("f") => S "nullable"
r.GetField("g") => S "\\null"
r.GetField("h") => S "nullable"
r.GetField("i") => S "\nul"
r.GetField("j") => I4 0
r.GetField("k") => R8 0.0
r.GetField("k2") => S "null x"
g.ToXml(r) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" uid="\null" f="\nullable" g="\\null" h="\nullable" i="\nul" Int32_j="0" Double_k="0" k2="\null x"></Row>"
g.FromXml("<Document id=\"1\" priority=\"null\"></Document>").Priority => I4 0
g.FromXml("<Document id=\"1\" createdOnPDA=\"null\"></Document>").CreatedOnPDA => BOOL false
g.FromXml("<Document id=\"1\" createDate=\"null\"></Document>").CreateDate => DATE 0.0
g.FromXml("<DocumentItem uid=\"1\" createdBy=\"null\"></DocumentItem>").CreatedBy => I4 0
g.FromXml("<Product id=\"null\"></Product>").Id => S ""
g.FromXml("<Product id=\"1\" barcode=\"null\"></Product>").Barcode => S ""
q = g.FromXml("<Cell id=\"null\" name=\"null\" barcode=\"\\null\" description=\"nullable\"></Cell>")
q.Id => S "null"
q.Name => S ""
q.Barcode => S "null"
q.Description => S "nullable"
g.ToXml(q) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" barcode="\null" description="nullable" id="\null" name=""><Fields count="0" /></Cell>"
q.Description := "null"
q.Name := "nullable"
q.Id := "\\null"
g.ToXml(q) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" barcode="\null" description="\null" id="\null" name="nullable"><Fields count="0" /></Cell>"
f = new DocumentItem
f.ProductId := "null"
f.SSCC := "nullable"
f.SetField("a", "null") => EMPTY
f.SetField("b", "nullable") => EMPTY
f.SetField("c", "\\null") => EMPTY
f.SetField("d", empty) => EMPTY
f.SetField("null", "1") => EMPTY
g.ToXml(f) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" productId="\null" sSCC="\nullable" createdBy="ERP"><Fields count="5"><FieldValue fieldName="a"><Value clr:Type="String">null</Value></FieldValue><FieldValue fieldName="b"><Value clr:Type="String">nullable</Value></FieldValue><FieldValue fieldName="c"><Value clr:Type="String">\null</Value></FieldValue><FieldValue fieldName="d"><Value>null</Value></FieldValue><FieldValue fieldName="\null"><Value clr:Type="String">1</Value></FieldValue></Fields></DocumentItem>"
q = g.FromXml("<DocumentItem uid=\"1\"><Fields xmlns:clr=\"http://schemas.cleverence.ru/clr\"><FieldValue fieldName=\"a\"><Value clr:Type=\"String\">null</Value></FieldValue><FieldValue fieldName=\"b\"><Value clr:Type=\"String\">\\null</Value></FieldValue><FieldValue fieldName=\"c\"><Value>\\null</Value></FieldValue><FieldValue fieldName=\"d\"><Value>null</Value></FieldValue><FieldValue fieldName=\"e\"><Value clr:Type=\"String\">\\nullable</Value></FieldValue><FieldValue fieldName=\"f\"><Value clr:Type=\"Int32\">null</Value></FieldValue><FieldValue fieldName=\"g\"><Value clr:Type=\"String\">\\\\null</Value></FieldValue><FieldValue fieldName=\"null\"><Value clr:Type=\"String\">x</Value></FieldValue></Fields></DocumentItem>")
g.ToXml(q) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="5"><FieldValue fieldName="a"><Value clr:Type="String">null</Value></FieldValue><FieldValue fieldName="b"><Value clr:Type="String">null</Value></FieldValue><FieldValue fieldName="c"><Value>null</Value></FieldValue><FieldValue fieldName="d"><Value>null</Value></FieldValue><FieldValue fieldName="e"><Value clr:Type="String">nullable</Value></FieldValue></Fields></DocumentItem>"
q.GetField("a") => S "null"
q.GetField("b") => S "null"
q.GetField("c") => EMPTY
q.GetField("d") => EMPTY
q.GetField("e") => S "nullable"
q.GetField("f") => EMPTY
q.GetField("g") => EMPTY
u.Id := "null"
u.Name := "nullable"
g.ToXml(u) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr" id="\null" name="\nullable" barcode="" password="" groupId="" description=""><WarehouseIds count="0" /></User>"
t = new UserGroup
t.Id := "null"
t.Name := "nullable"
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><UserGroup xmlns:clr="http://schemas.cleverence.ru/clr" autorunDocumentTypeName="" batchMode="False" id="\null" name="nullable" onFinishHandlerName="При завершении работы пользователя" onStartHandlerName="При начале работы пользователя" role="MobileDeviceUser" serverSideInventory="False"><DocumentTypeNames count="0" /></UserGroup>"
t = new FieldInfo
t.FieldName := "null"
t.ValueTemplate := "nullable"
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><FieldInfo xmlns:clr="http://schemas.cleverence.ru/clr" alias="" fieldName="\null" fieldType="String" valueTemplate="\nullable"></FieldInfo>"
s = g.FromXml("<StringCollection><String>null</String><String>\\null</String><String>nullable</String></StringCollection>")
s.Item(0) => S "null"
s.Item(1) => S "null"
g.ToXml(s) => S "<?xml version="1.0" encoding="utf-8"?><StringCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><String>null</String><String>null</String><String>nullable</String></StringCollection>"
g.ToXml("null") => S "<?xml version="1.0" encoding="utf-8"?><String>null</String>"
g.ToXml("nullable") => S "<?xml version="1.0" encoding="utf-8"?><String>nullable</String>"
g.FromXml("<String>null</String>") => S "null"
g.FromXml("<String>\\null</String>") => S "null"
p = new Product
p.Id := "a\tb\nc\rd\u001d\"<>&'  e\u0085\u00a0\u007f😀"
p.SetField("т", "a\tb\nc\rd\u001d\"<>&'  e\u0085\u00a0\u007f😀") => EMPTY
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="a&#x9;b&#x0a;c&#x0d;d&#x1D;&quot;&lt;&gt;&amp;'  e 😀" т="a&#x9;b&#x0a;c&#x0d;d&#x1D;&quot;&lt;&gt;&amp;'  e 😀"></Product>"
f.SetField("т", "a\tb\nc\rd\u001d\"<>&'  e\u0085\u00a0\u007f😀") => EMPTY
s = new StringCollection
s.Add("a\tb\nc\rd\u001d\"<>&' ") => I4 0
g.ToXml(s) => S "<?xml version="1.0" encoding="utf-8"?><StringCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><String>a&#x9;b&#x0a;c&#x0d;d&#x1D;"&lt;&gt;&amp;' </String></StringCollection>"
