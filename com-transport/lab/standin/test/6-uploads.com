# Tables, cells and documents, written and read back
# Expected: what the vendor's component answered; lines without an expectation differ by the base, by its order of files, or by an oddity of the oracle's.
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
t = g.GetTableAccessor("Цены")
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" ИдТовара=\"33\"></Row></RowCollection>")) => EMPTY
g.GetTableAccessor("Цены").Count => I4 6
t.EndUpload() => EMPTY
g.GetTableAccessor("Цены").Count => I4 6
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" ИдТовара=\"34\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
t.ResetUpload() => EMPTY
t = g.GetTableAccessor("Цены")
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"b1\" Цена=\"1,5\"></Row></RowCollection>")) => EMPTY
t.ResetUpload() => EMPTY
t.BeginUpload(false)
t.Upload(g.FromXml("<RowCollection><Row uid=\"b2\" Цена=\"1.5\"></Row></RowCollection>"))
t.ResetUpload() => EMPTY
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"b3\" Цена=\"\"></Row></RowCollection>")) => ERR 80131604
t.ResetUpload() => EMPTY
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"b4\" Boolean_Цена=\"True\" Double_ИдТовара=\"1.5\" Boolean_ИдУпаковки=\"true\" DateTime_ВидЦены=\"2025-01-02\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены"))
t = g.GetTableAccessor("Остатки")
t.BeginUpload(true) => EMPTY
g.GetTableAccessor("Остатки").Count => I4 0
t.ResetUpload() => EMPTY
g.GetTableAccessor("Остатки").Count => I4 0
t.BeginUpload(true)
t.Upload(g.FromXml("<RowCollection><Row uid=\"c1\" Резерв=\"1\"></Row></RowCollection>"))
t.ResetUpload() => EMPTY
t.BeginUpload(true) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"c1\" Резерв=\"true\" Дата=\"2025-01-02T03:04:05\" Double_Количество=\"2\"></Row></RowCollection>"))
g.GetTableAccessor("Остатки").Count
t.EndUpload()
g.ToXml(g.GetTableAccessor("Остатки"))
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"c2\" Int32_Резерв=\"1\"></Row><Row uid=\"c3\" Int32_Количество=\"1\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Остатки"))
t.Upload(empty) => ERR 80131604
t.BeginUpload(true) => EMPTY
t.Upload(empty) => ERR 80131604
t.EndUpload() => ERR 80131604
r = t.Item(0)
t.Add(r) => ERR 80131604
t.Clear() => EMPTY
t.CommitChanges() => EMPTY
# cells
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.GetCellsAccesor("1").Count => I4 4
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"ya-1\" barcode=\"ЯЧ01\" name=\"новое\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ResetUploadCells() => EMPTY
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"r\" name=\"имя\"></Cell></CellCollection>")) => ERR 80131604
g.EndUploadCells() => ERR 80131604
g.ResetUploadCells() => EMPTY
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"r\" name=\"имя\" barcode=\"1\"><Fields count=\"1\"><FieldValue fieldName=\"Зона\"><Value>x</Value></FieldValue></Fields></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"s\" name=\"имя\" barcode=\"2\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Cell barcode="1" id="r" name="имя"><Fields count="3"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="Зона"><Value clr:Type="String">x</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="2" id="s" name="имя"><Fields count="3"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="Зона"><Value clr:Type="String"></Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.GetCellsAccesor("2").Item(0).GetField("Зона") => S "x"
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"s\" barcode=\"5\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"s\" barcode=\"5\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ResetUploadCells() => EMPTY
g.BeginUploadCells("нет", true) => ERR 80131604
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"s\" barcode=\"5\"></Cell></CellCollection>")) => ERR 80131604
g.EndUploadCells() => ERR 80131604
g.ResetUploadCells() => EMPTY
g.BeginUploadCells(empty, true) => ERR 80131604
g.ResetUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("1"))
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Cell barcode="5" id="s" name=""><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String"></Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
d = g.FromXml("<DocumentItem xmlns:clr=\"http://schemas.cleverence.ru/clr\" uid=\"1\"><Fields><FieldValue fieldName=\"г\"><Value clr:Type=\"DBNull\" /></FieldValue><FieldValue fieldName=\"д\"><Value clr:Type=\"Int32\">5</Value></FieldValue><FieldValue fieldName=\"е\"><Value>null</Value></FieldValue><FieldValue fieldName=\"ж\"><Value>abc</Value></FieldValue></Fields></DocumentItem>")
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="0" /></DocumentItem>"
d = g.FromXml("<Cell xmlns:clr=\"http://schemas.cleverence.ru/clr\"><Fields><FieldValue fieldName=\"д\"><Value clr:Type=\"Int32\">5</Value></FieldValue><FieldValue fieldName=\"е\"><Value>null</Value></FieldValue><FieldValue fieldName=\"ж\"><Value>abc</Value></FieldValue></Fields></Cell>")
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" name=""><Fields count="3"><FieldValue fieldName="д"><Value clr:Type="Int32">5</Value></FieldValue><FieldValue fieldName="е"><Value>null</Value></FieldValue><FieldValue fieldName="ж"><Value clr:Type="String">abc</Value></FieldValue></Fields></Cell>"
p = g.FromXml("<Product xmlns:clr=\"http://schemas.cleverence.ru/clr\" id=\"1\"><Fields><FieldValue fieldName=\"Гуид\"><Value clr:Type=\"Guid\">00000000-0000-4000-8000-000000000001</Value></FieldValue></Fields></Product>")
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="1"><FieldValue fieldName="Гуид"><Value clr:Type="Guid">00000000-0000-4000-8000-000000000001</Value></FieldValue></Fields></Product>"
p.GetField("Гуид") => ERR 8002801d
x = g.GetDocument("doc-1")
x.CurrentItems.Add(new DocumentItem) => I4 0
x.CurrentItems.Item(0).ProductId := "tovar-1"
x.CurrentItems.Item(0).CurrentQuantity := 2
x.CurrentItems.Item(0).BindedLine := x.DeclaredItems.Item(0)
g.ToXml(x) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" barcode="123456789024561" createDate="2025-06-16T09:58:44.0000000" lastChangeDate="2025-06-16T09:58:43.0000000" deviceId="" deviceIP="" deviceName="" distributeByBarcode="True" documentTypeName="ПодборЗаказа" id="doc-1" name="Подбор заказа №0001" warehouseId="1"><Fields count="6"><FieldValue fieldName="ПоЯчейкам"><Value clr:Type="Boolean">False</Value></FieldValue><FieldValue fieldName="КонтрольКолва"><Value clr:Type="Boolean">True</Value></FieldValue><FieldValue fieldName="РежимУпаковок"><Value clr:Type="String">БезУпаковок</Value></FieldValue><FieldValue fieldName="Сумма"><Value clr:Type="Decimal">100.25</Value></FieldValue><FieldValue fieldName="ДатаОтгрузки"><Value clr:Type="DateTime">2025-06-17T00:00:00.0000000</Value></FieldValue><FieldValue fieldName="Номер"><Value clr:Type="Int32">1</Value></FieldValue></Fields><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="00000000-0000-4000-8000-000000000011" productId="tovar-1" packingId="шт" declaredQuantity="3" firstStorageId="ya-1" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">10.5</Value></FieldValue></Fields></DocumentItem><DocumentItem uid="00000000-0000-4000-8000-000000000012" productId="tovar-2" packingId="шт" declaredQuantity="6" firstStorageId="ya-1" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">21</Value></FieldValue></Fields></DocumentItem></DeclaredItems><CurrentItems><DocumentItem uid="*" productId="tovar-1" currentQuantity="2" blUid="00000000-0000-4000-8000-000000000011" createdBy="ERP"><Fields count="0" /></DocumentItem></CurrentItems></Document>"
g.SetDocument(x) => EMPTY
g.ToXml(g.GetDocument("doc-1")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" barcode="123456789024561" createDate="2025-06-16T09:58:44.0000000" lastChangeDate="2025-06-16T09:58:43.0000000" deviceId="" deviceIP="" deviceName="" distributeByBarcode="True" documentTypeName="ПодборЗаказа" id="doc-1" name="Подбор заказа №0001" warehouseId="1"><Fields count="6"><FieldValue fieldName="ПоЯчейкам"><Value clr:Type="Boolean">False</Value></FieldValue><FieldValue fieldName="КонтрольКолва"><Value clr:Type="Boolean">True</Value></FieldValue><FieldValue fieldName="РежимУпаковок"><Value clr:Type="String">БезУпаковок</Value></FieldValue><FieldValue fieldName="Сумма"><Value clr:Type="Decimal">100.25</Value></FieldValue><FieldValue fieldName="ДатаОтгрузки"><Value clr:Type="DateTime">2025-06-17T00:00:00.0000000</Value></FieldValue><FieldValue fieldName="Номер"><Value clr:Type="Int32">1</Value></FieldValue></Fields><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="00000000-0000-4000-8000-000000000011" productId="tovar-1" packingId="шт" declaredQuantity="3" firstStorageId="ya-1" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">10.5</Value></FieldValue></Fields></DocumentItem><DocumentItem uid="00000000-0000-4000-8000-000000000012" productId="tovar-2" packingId="шт" declaredQuantity="6" firstStorageId="ya-1" createdBy="ERP"><Fields count="1"><FieldValue fieldName="Цена"><Value clr:Type="Double">21</Value></FieldValue></Fields></DocumentItem></DeclaredItems><CurrentItems><DocumentItem uid="*" productId="tovar-1" currentQuantity="2" blUid="00000000-0000-4000-8000-000000000011" createdBy="ERP"><Fields count="0" /></DocumentItem></CurrentItems></Document>"
x.SetStateFinished("u1", true) => EMPTY
g.SetDocument(x) => EMPTY
g.GetDocument("doc-1").Finished => BOOL true
g.GetDocument("doc-1").FinishedDate => DATE *
g.GetDocuments("", true).Count => I4 2
x.DeclaredItems.Item(0).CurrentQuantity := 3
x.DeclaredItems.Item(1).CurrentQuantity := 7
x.DeclaredItems.Item(0).RemainsQuantity => R8 0.0
x.DeclaredItems.Item(1).RemainsQuantity => R8 -1.0
x.DeclaredItems.Item(1).Overload => R8 1.0
x.DeclaredItems.Item(1).Underload => R8 -1.0
x.Completed => BOOL true
x.Overloaded => BOOL true
x.Underloaded => BOOL false
x.UnderloadedOrOverloaded => BOOL true
x.DeclaredItems.CurrentQuantityInUnits => R8 10.0
x.DeclaredItems.DeclaredQuantityInUnits => R8 9.0
x.DeclaredItems.FindByProductId("tovar-1").Count => I4 1
x.DeclaredItems.Completed => BOOL true
x.DeclaredItems.GetField("ProductId") => ERR 80131604
x.DeclaredItems.Document => OBJ
x.DeclaredItems.Item(0).Clone() => OBJ
g.ToXml(x.CombinedItems)
g.FromXml("<Document id=\"t\" lastChangeDate=\"2025-01-01T00:00:00\"><DeclaredItems/><CurrentItems/><Tables/></Document>") => OBJ
y = g.FromXml("<Document id=\"t\" createDate=\"2025-01-01T00:00:00\"><DeclaredItems/><CurrentItems/><Tables/></Document>")
g.SetDocument(y) => EMPTY
g.ToXml(g.GetDocument("t")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="2025-01-01T00:00:00.0000000" id="t"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
g.GetDocument("t").AutoAppointed => BOOL true
g.GetDocument("T") => EMPTY
z = g.FromXml("<Document id=\"lazy\" createDate=\"2025-01-01T00:00:00\"></Document>")
g.SetDocument(z) => EMPTY
g.GetDocument("lazy") => ERR 80131604
g.GetDocuments("", false) => ERR 80131604
g.RemoveDocument("lazy") => EMPTY
g.GetDocuments("", false).Count => I4 4
