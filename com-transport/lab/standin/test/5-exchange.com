# Uploads, documents, states, directories
# Expected: what the vendor's component answered; lines without an expectation differ by the base, by its order of files, or by an oddity of the oracle's.
c = new StorageConnector
c.SelectCurrentApp($BASE_ID) => OBJ
c.GetProductsCount() => I4 5
b = new StorageConnector
b.SelectCurrentApp($BASE_ID) => OBJ
b.GetProductsCount() => I4 5
e = new StorageConnector
e.SelectCurrentApp($BASE_ID) => OBJ
c.UploadProducts(c.FromXml("<ProductCollection><Product id=\"l\"></Product></ProductCollection>")) => EMPTY
c.GetProductById("l") => EMPTY
c.EndUploadProducts() => ERR 80131604
c.ResetUploadProducts() => EMPTY
c.BeginUploadProducts(true, false, false) => EMPTY
b.BeginUploadProducts(true, false, false) => EMPTY
c.UploadProducts(c.FromXml("<ProductCollection><Product id=\"n1\" name=\"Н1\"></Product><Product id=\"tovar-2\" name=\"Новое\"></Product></ProductCollection>")) => EMPTY
c.GetProductById("n1") => EMPTY
c.EndUploadProducts() => EMPTY
c.GetProductById("n1").Name => S "Н1"
c.GetProductById("tovar-2").Name => S "Новое"
c.GetProductById("tovar-2").Packings.Count => I4 0
c.GetProductById("tovar-2").Barcode => S ""
c.GetProductsCount()
c.GetProducts().Products.Count
b.GetProductsCount() => I4 5
b.GetProducts().Products.Count => I4 5
e.GetProductsCount() => I4 6
f = new StorageConnector
f.SelectCurrentApp($BASE_ID) => OBJ
f.GetProductsCount() => I4 6
f.GetProducts().Products.Item(1).Id => S "tovar-2"
f.GetProducts().Products.Item(5).Id => S "tovar-5"
f.GetProductById("n1").Name => S "Н1"
f.BeginUploadProducts(1, 0, 0) => EMPTY
f.UploadProducts(empty) => ERR 80131604
f.UploadProducts(c.FromXml("<ProductCollection><Product id=\"n2\"></Product></ProductCollection>")) => EMPTY
f.UploadProducts(c.FromXml("<ProductCollection><Product id=\"n2\"></Product></ProductCollection>")) => ERR 80131604
f.UploadProducts(c.FromXml("<ProductCollection><Product id=\"n3\"></Product></ProductCollection>")) => EMPTY
f.EndUploadProducts() => ERR 80131604
f.GetProductById("n2") => EMPTY
f.GetProductById("n3") => EMPTY
f.BeginUploadProducts(true, true, false) => EMPTY
f.UploadProducts(c.FromXml("<ProductCollection><Product id=\"z1\" barcode=\"1\" foo=\"x\" Int32_Цена=\"5\"><Packings><Packing id=\"a\" unitsQuantity=\"1\" barcode=\"\" name=\"\"></Packing></Packings></Product><Product id=\"z2\" barcode=\"1\"></Product></ProductCollection>")) => EMPTY
f.EndUploadProducts() => EMPTY
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
c.ToXml(g.GetProducts()) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version="*"><Products count="2"><Product barcode="1" id="z1" foo="x" Int32_Цена="5"><Packings count="1"><Packing id="a"></Packing></Packings></Product><Product barcode="1" id="z2"></Product></Products></ProductsBook>"
g.BeginUploadProducts(true, true, false) => EMPTY
g.EndUploadProducts() => EMPTY
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
c.ToXml(g.GetProducts()) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version="*"><Products count="0" /></ProductsBook>"
g.GetProductsCount() => I4 0
g.BeginUploadProducts(true, false, false) => EMPTY
g.ResetUploadProducts() => EMPTY
g.EndUploadProducts() => EMPTY
p = new Product
p.Id := "s1"
g.SetProduct(p) => ERR 80131604
g.GetProductById("s1") => EMPTY
g.RemoveProduct("s1") => ERR 80131604
g.GetProductById("s1") => EMPTY
g.ClearProducts() => EMPTY
# tables
t = g.GetTableAccessor("Цены")
t.Count => I4 5
t.Upload(c.FromXml("<RowCollection><Row ИдТовара=\"1\"></Row></RowCollection>")) => ERR 80131604
t.EndUpload() => ERR 80131604
t.ResetUpload() => EMPTY
t.BeginUpload(true) => EMPTY
t.BeginUpload(true) => ERR 80131604
t.Upload(c.FromXml("<RowCollection><Row ИдТовара=\"1\" Foo=\"x\"></Row><Row ИдТовара=\"2\" Цена=\"5\"></Row></RowCollection>")) => EMPTY
t.Upload(c.FromXml("<RowCollection><Row uid=\"u3\" ИдТовара=\"3\" Int32_Цена=\"5\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
t.Count => I4 5
t2 = g.GetTableAccessor("Цены")
t2.Count => I4 3
c.ToXml(t2) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Row uid="*" ИдТовара="1" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="*" ИдТовара="2" ИдУпаковки="" Double_Цена="5" ВидЦены=""></Row><Row uid="u3" ИдТовара="3" ИдУпаковки="" Double_Цена="5" ВидЦены=""></Row></TableAccessor>"
t2.Item(0).Uid => S "*"
t2.BeginUpload(false) => EMPTY
t2.Upload(c.FromXml("<RowCollection><Row uid=\"u3\" ИдТовара=\"33\"></Row><Row uid=\"u4\" ИдТовара=\"4\"></Row></RowCollection>")) => EMPTY
t2.EndUpload() => EMPTY
c.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="*" ИдТовара="1" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="*" ИдТовара="2" ИдУпаковки="" Double_Цена="5" ВидЦены=""></Row><Row uid="u3" ИдТовара="33" ИдУпаковки="" Double_Цена="5" ВидЦены=""></Row><Row uid="u4" ИдТовара="4" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row></TableAccessor>"
t3 = g.GetTableAccessor("Цены")
t3.BeginUpload(true) => EMPTY
t3.Upload(c.FromXml("<RowCollection><Row uid=\"u3\" Цена=\"abc\"></Row></RowCollection>")) => ERR 80131604
t3.ResetUpload() => EMPTY
g.GetTableAccessor("Цены").Count => I4 0
t3.BeginUpload(false) => EMPTY
t3.Upload(c.FromXml("<RowCollection><Row uid=\"u8\" Цена=\"1,5\" ИдТовара=\"8\"></Row><Row uid=\"u9\" Цена=\"1.5\"></Row></RowCollection>"))
t3.ResetUpload() => EMPTY
t3.BeginUpload(false) => EMPTY
t3.Upload(c.FromXml("<RowCollection><Row uid=\"u8\" Double_ИдТовара=\"1.5\" ИдТовара=\"8\" Boolean_Цена=\"true\"></Row></RowCollection>")) => ERR 80131604
t3.EndUpload()
t4 = g.GetTableAccessor("Остатки")
t4.BeginUpload(true) => EMPTY
t4.Upload(c.FromXml("<RowCollection><Row uid=\"u8\" Дата=\"2025-01-02\" Резерв=\"да\"></Row></RowCollection>")) => ERR 80131604
t4.ResetUpload() => EMPTY
t4.BeginUpload(true) => EMPTY
t4.Upload(c.FromXml("<RowCollection><Row uid=\"u8\" Дата=\"2025-01-02\" Резерв=\"1\" ИдСклада=\"\u001dx\"></Row></RowCollection>")) => ERR 80131604
t4.ResetUpload() => EMPTY
t4.BeginUpload(true)
t4.Upload(c.FromXml("<RowCollection><Row uid=\"u8\" Дата=\"2025-01-02\" Резерв=\"true\" DateTime_ИдСклада=\"2025-01-02\" Double_ИдТовара=\"1.5\" Int32_Количество=\"2\"></Row></RowCollection>"))
t4.EndUpload()
c.ToXml(g.GetTableAccessor("Остатки"))
# cells
g.UploadCells(c.FromXml("<CellCollection><Cell barcode=\"q\"></Cell></CellCollection>")) => ERR 80131604
g.EndUploadCells() => ERR 80131604
g.ResetUploadCells() => EMPTY
g.BeginUploadCells("1", false) => EMPTY
g.BeginUploadCells("1", false) => ERR 80131604
g.UploadCells(c.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя\"></Cell><Cell barcode=\"ЯЧ01\" id=\"ya-1\" name=\"нов\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(c.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя2\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
c.ToXml(g.GetCellsAccesor("1")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Cell barcode="ЯЧ01" id="ya-1" name="нов"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">НОВ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="ЯЧ02" description="Ряд А" id="ya-2" name="А-01-02"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">А-01-02</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><Cell barcode="ЯЧ03" description="Ряд А" id="ya-3" name="А-01-03"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">А-01-03</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">2</Value></FieldValue></Fields></Cell><Cell barcode="q" id="q" name="имя2"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ2</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">3</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("99", true) => ERR 80131604
g.UploadCells(c.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя\"></Cell></CellCollection>")) => ERR 80131604
g.EndUploadCells() => ERR 80131604
g.GetCellsAccesor("99") => ERR 80131604
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(c.FromXml("<CellCollection><Cell id=\"r\" name=\"имя\"></Cell></CellCollection>")) => ERR 80131604
g.UploadCells(c.FromXml("<CellCollection><Cell id=\"s\" name=\"имя\"><Fields count=\"1\"><FieldValue fieldName=\"Зона\"><Value>x</Value></FieldValue></Fields></Cell></CellCollection>")) => ERR 80131604
g.EndUploadCells() => ERR 80131604
c.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="0"><CellTemplates count="0" /></CellsAccessor>"
# documents
d = new Document
g.SetDocument(d) => ERR 80131604
g.SetDocument(empty) => ERR 80131604
d.Id := "n-1"
d.DocumentTypeName := "НетТакого"
g.SetDocument(d) => EMPTY
g.GetDocument("n-1").DocumentTypeName => S "НетТакого"
g.GetDocument("n-1").DocumentType => EMPTY
d.SetField("X", 5) => EMPTY
g.GetDocument("n-1").GetField("X") => EMPTY
g.SetDocument(d) => EMPTY
g.GetDocument("n-1").GetField("X") => I4 5
g.GetDocument("zz") => EMPTY
g.GetDocument(empty) => ERR 80131604
g.GetDocument("") => EMPTY
g.RemoveDocument("zz") => EMPTY
g.RemoveDocument("") => EMPTY
g.RemoveDocument(empty) => EMPTY
g.RemoveDocument("n-1") => EMPTY
g.GetDocument("n-1") => EMPTY
g.GetDocuments(empty, false).Count => I4 3
g.GetDocuments("", true).Count => I4 1
g.GetDocuments("Нет", false).Count => I4 0
g.GetDocuments("подборзаказа", false).Count => I4 0
g.GetDocuments("ПодборЗаказа", false, false).Count => I4 2
s = new StringCollection
s.Add("doc-1") => I4 0
s.Add("zz") => I4 1
g.GetDocumentsByIds(s).Count => I4 1
dd = new Document
dd.DocumentTypeName := "ПодборЗаказа"
dd.DocumentType.Name => S "ПодборЗаказа"
dd.GetField("Номер") => I4 0
dd.GetField("ДатаОтгрузки") => DATE 0.0
dd.GetField("РежимУпаковок") => S ""
dd.GetField("ПоЯчейкам") => BOOL false
dd.GetField("Сумма") => DEC 0
dd.ContainsField("Номер") => BOOL true
dd.ContainsField("номер") => BOOL true
dd.ContainsField("Foo") => BOOL false
dd.ContainsField("Id") => BOOL true
dd.ContainsField("Ид") => BOOL true
dd.SetField("Номер", "5") => EMPTY
dd.GetField("Номер") => I4 5
dd.SetField("Номер", 5.7) => EMPTY
dd.GetField("Номер") => I4 6
dd.SetField("Номер", "abc") => ERR 80131604
dd.SetField("Номер", empty) => EMPTY
dd.GetField("Номер") => I4 0
dd.SetField("Сумма", "5.5") => EMPTY
dd.GetField("Сумма") => DEC 5.5
dd.SetField("Сумма", "5,5") => EMPTY
dd.GetField("Сумма") => DEC 5.5
dd.SetField("Сумма", 5.5) => EMPTY
dd.GetField("Сумма") => DEC 5.5
dd.SetField("ПоЯчейкам", "да") => EMPTY
dd.GetField("ПоЯчейкам") => BOOL true
dd.SetField("ПоЯчейкам", "нет") => EMPTY
dd.GetField("ПоЯчейкам") => BOOL false
dd.SetField("ПоЯчейкам", 1) => EMPTY
dd.GetField("ПоЯчейкам") => BOOL true
dd.SetField("ПоЯчейкам", "true") => EMPTY
dd.GetField("ПоЯчейкам") => BOOL true
dd.SetField("ПоЯчейкам", "xx") => ERR 80131604
dd.SetField("ДатаОтгрузки", "2025-06-16T10:00:00") => EMPTY
dd.GetField("ДатаОтгрузки") => DATE 45824.416666666664
dd.SetField("ДатаОтгрузки", "16.06.2025") => EMPTY
dd.SetField("ДатаОтгрузки", "") => EMPTY
dd.GetField("ДатаОтгрузки") => DATE 0.0
dd.SetField("ДатаОтгрузки", 5.0) => ERR 80131604
dd.SetField("РежимУпаковок", 5) => EMPTY
dd.GetField("РежимУпаковок") => S "5"
dd.SetField("РежимУпаковок", d45824.5) => EMPTY
dd.GetField("РежимУпаковок") => S "2025-06-16T12:00:00.0000000"
dd.SetField("РежимУпаковок", 5.5) => EMPTY
dd.GetField("РежимУпаковок") => S "5.5"
dd.SetField("РежимУпаковок", true) => EMPTY
dd.GetField("РежимУпаковок") => S "True"
dd.SetField("Foo", 5) => EMPTY
dd.GetField("Foo") => I4 5
dd.ContainsField("Foo") => BOOL false
i = new DocumentItem
dd.DeclaredItems.Add(i) => I4 0
i.SetField("Цена", 5) => EMPTY
i.GetField("Цена") => R8 5.0
i.SetField("Серия", 5) => EMPTY
i.GetField("Серия") => S "5"
i.SetField("Foo", 5) => EMPTY
i.GetField("Foo") => I4 5
i.GetField("СрокГодн") => DATE 0.0
j = new DocumentItem
j.SetField("Цена", 5) => EMPTY
j.GetField("Цена") => R8 5.0
i.ProductId := "doc"
i.Product => EMPTY
j.BindedLine := i
j.BindedLine => EMPTY
dd.CurrentItems.Add(j) => I4 0
j.BindedLine => OBJ
j.BindedLine.Uid => S "*"
c.ToXml(j) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" blUid="*" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">5</Value></FieldValue></Fields></DocumentItem>"
dd.Finished := true
c.ToXml(dd) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName="" documentTypeName="ПодборЗаказа"><Fields count="6"><FieldValue fieldName="Номер"><Value clr:Type="Int32">0</Value></FieldValue><FieldValue fieldName="Сумма"><Value clr:Type="Decimal">5.5</Value></FieldValue><FieldValue fieldName="ПоЯчейкам"><Value clr:Type="Boolean">True</Value></FieldValue><FieldValue fieldName="ДатаОтгрузки"><Value clr:Type="DateTime">0001-01-01T00:00:00.0000000</Value></FieldValue><FieldValue fieldName="РежимУпаковок"><Value clr:Type="String">True</Value></FieldValue><FieldValue fieldName="Foo"><Value clr:Type="Int32">5</Value></FieldValue></Fields><States count="1"><DocumentState finished="True" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="" /></States><Tables /><DeclaredItems><DocumentItem uid="*" productId="doc" createdBy="ERP"><Fields count="3"><FieldValue fieldName="Цена"><Value clr:Type="Double">5</Value></FieldValue><FieldValue fieldName="Серия"><Value clr:Type="String">5</Value></FieldValue><FieldValue fieldName="Foo"><Value clr:Type="Int32">5</Value></FieldValue></Fields></DocumentItem></DeclaredItems><CurrentItems><DocumentItem uid="*" blUid="*" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">5</Value></FieldValue></Fields></DocumentItem></CurrentItems></Document>"
dd.Finished := false
dd.SetStateFinished("u1", true) => EMPTY
c.ToXml(dd.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="" /><DocumentState finished="True" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="u1" /></DocumentStateCollection>"
dd.GetStateFinished("u1") => BOOL true
dd.GetStateFinished("u2") => BOOL false
dd.SetStateFinished("u1", false) => EMPTY
c.ToXml(dd.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="" /><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="u1" /></DocumentStateCollection>"
dd.SetStateInProcess("u2", true) => EMPTY
dd.SetStateModified("u2", true) => EMPTY
c.ToXml(dd.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="" /><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="u1" /><DocumentState finished="False" finishedDate="0001-01-01T00:00:00.0000000" inProcess="True" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="u2" /></DocumentStateCollection>"
dd.InProcess => BOOL true
dd.Modified => BOOL true
dd.InProcess := true
dd.Modified := true
c.ToXml(dd.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><DocumentState finished="False" finishedDate="*" inProcess="True" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="" /><DocumentState finished="False" finishedDate="*" inProcess="True" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="u1" /><DocumentState finished="False" finishedDate="0001-01-01T00:00:00.0000000" inProcess="True" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="u2" /></DocumentStateCollection>"
dd.InProcess := false
c.ToXml(dd.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="" /><DocumentState finished="False" finishedDate="*" inProcess="False" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="u1" /><DocumentState finished="False" finishedDate="0001-01-01T00:00:00.0000000" inProcess="False" inProcessDate="*" modified="True" modifiedDate="*" processingTime="00:00:00" userId="u2" /></DocumentStateCollection>"
dd.UserId => EMPTY
r = new Row
r.SetField("Цена", "5") => EMPTY
r.GetField("Цена") => S "5"
u = c.FromXml("<UserCollection><User id=\"9\" name=\"Н\"></User></UserCollection>")
g.SetUsers(u) => ERR 80131604
g.SetUsers(c.FromXml("<UserCollection><User id=\"9\" name=\"Н\" password=\"abc\" groupId=\"g1\"></User></UserCollection>")) => EMPTY
c.ToXml(g.GetUsers()) => S "<?xml version="1.0" encoding="utf-8"?><UserCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1" version=""><User id="9" name="Н" password="abc" groupId="g1"><WarehouseIds count="0" /></User></UserCollection>"
g.GetUserGroups().Count => I4 1
g.SetWarehouses(c.FromXml("<WarehouseCollection><Warehouse id=\"5\"></Warehouse></WarehouseCollection>")) => EMPTY
c.ToXml(g.GetEnvironment().Warehouses) => S "<?xml version="1.0" encoding="utf-8"?><WarehouseCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1" version=""><Warehouse id="5" storageId="*"><Cells count="0" /></Warehouse></WarehouseCollection>"
g.Disconnect() => EMPTY
g.CurrentAppId => S ""
g.GetDocuments("", false) => ERR 80131604
g.SelectCurrentApp("localhost:10501/00000000-0000-4000-8000-000000000000") => ERR 80131604
g.SelectCurrentApp("") => ERR 80131604
g.SelectCurrentApp(empty) => ERR 80131604
g.SelectCurrentApp("http://10.0.0.1:5/") => ERR 80131604
g.CurrentAppId
g.GetAppsList("").Count
g.GetAppsList(empty)
g.GetAppById($BASE_ID).Id
g.GetAppById("x")
g.GetCurrentApp().Id
