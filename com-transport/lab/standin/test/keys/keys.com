# Tables with a key and without one, and XML that cannot be read; on a base made of lab/seed
# updates of rows
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
t = g.GetTableAccessor("Контрагенты")
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="5"><Row uid="*" Ид="k0" Наименование="Поставщики" ИНН="" КПП="" Boolean_ЭтоПапка="True"></Row><Row uid="*" Ид="k1" Наименование="ООО «Ромашка»" ИНН="7701234561" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k2" Наименование="АО «Северный ветер»" ИНН="7701234562" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k3" Наименование="ИП Сидоров А. В." ИНН="7701234563" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k4" Наименование="ООО «Торговый ряд»" ИНН="7701234564" КПП="" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" Ид=\"K1\" Наименование=\"один\" ИНН=\"77\"></Row><Row uid=\"a2\" Ид=\"K2\" Наименование=\"два\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"b1\" Ид=\"K1\" Наименование=\"один-б\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row Ид=\"K2\" Наименование=\"два-без\"></Row><Row uid=\"c3\" Ид=\"K3\" Наименование=\"три\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" Ид=\"K9\" Наименование=\"девять\"></Row><Row uid=\"c4\" Ид=\"k1\" Наименование=\"малая\"></Row></RowCollection>")) => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="8"><Row uid="*" Ид="k0" Наименование="Поставщики" ИНН="" КПП="" Boolean_ЭтоПапка="True"></Row><Row uid="*" Ид="k1" Наименование="малая" ИНН="7701234561" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k2" Наименование="АО «Северный ветер»" ИНН="7701234562" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k3" Наименование="ИП Сидоров А. В." ИНН="7701234563" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k4" Наименование="ООО «Торговый ряд»" ИНН="7701234564" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="a1" Ид="K1" Наименование="один-б" ИНН="77" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="a2" Ид="K2" Наименование="два-без" ИНН="" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="c3" Ид="K3" Наименование="три" ИНН="" КПП="" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t.Upload(g.FromXml("<RowCollection><Row uid=\"d1\" Ид=\"D1\" Наименование=\"раз\" ИНН=\"1\"></Row><Row uid=\"d2\" Ид=\"D1\" Наименование=\"два\"></Row><Row uid=\"d1\" Ид=\"D3\" Наименование=\"три\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"e1\" Наименование=\"без ключа\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"e2\" Наименование=\"без ключа 2\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"e3\" Ид=\"\" Наименование=\"пустой ключ\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"e4\" Ид=\"\" Наименование=\"пустой ключ 2\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"e1\" Наименование=\"без ключа, снова\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="10"><Row uid="*" Ид="k0" Наименование="Поставщики" ИНН="" КПП="" Boolean_ЭтоПапка="True"></Row><Row uid="*" Ид="k1" Наименование="малая" ИНН="7701234561" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k2" Наименование="АО «Северный ветер»" ИНН="7701234562" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k3" Наименование="ИП Сидоров А. В." ИНН="7701234563" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k4" Наименование="ООО «Торговый ряд»" ИНН="7701234564" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="a1" Ид="K1" Наименование="один-б" ИНН="77" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="a2" Ид="K2" Наименование="два-без" ИНН="" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="c3" Ид="K3" Наименование="три" ИНН="" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="d1" Ид="D1" Наименование="два" ИНН="1" КПП="" Boolean_ЭтоПапка="False"></Row><Row uid="e1" Ид="" Наименование="пустой ключ 2" ИНН="" КПП="" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t.BeginUpload(true) => EMPTY
g.GetTableAccessor("Контрагенты").Count => I4 0
t.Upload(g.FromXml("<RowCollection><Row Ид=\"K1\" Наименование=\"один\" ИНН=\"77\"></Row><Row Ид=\"K1\" Наименование=\"снова\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="*" Ид="K1" Наименование="снова" ИНН="77" КПП="" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"x1\" Ид=\"K1\" ИНН=\"\" Boolean_ЭтоПапка=\"True\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="*" Ид="K1" Наименование="снова" ИНН="" КПП="" Boolean_ЭтоПапка="True"></Row></TableAccessor>"
t = g.GetTableAccessor("Цены")
t.BeginUpload(true) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"1\" Decimal_Цена=\"5\"></Row><Row uid=\"p1\" ИдТовара=\"2\"></Row><Row uid=\"p2\" ИдТовара=\"2\"></Row></RowCollection>")) => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Row uid="p1" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"3\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"4\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"5\"></Row><Row uid=\"p3\"></Row><Row uid=\"p1\" ИдТовара=\"6\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Row uid="p1" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"7\"></Row><Row uid=\"p1\" ИдТовара=\"8\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Row uid="p1" ИдТовара="7" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"w1\" ИдТовара=\"a\"></Row><Row uid=\"w2\" Decimal_Цена=\"x\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"w1\" ИдТовара=\"a\"></Row><Row uid=\"w2\" Цена=\"x\"></Row><Row uid=\"w3\" ИдТовара=\"a\"></Row></RowCollection>")) => ERR 80131604
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="p1" ИдТовара="7" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="w1" ИдТовара="a" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.EndUpload() => ERR 80131604
t.ResetUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="p1" ИдТовара="7" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="w1" ИдТовара="a" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
g.ToXml(g.FromXml("<Cell/>")) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" name=""><Fields count="0" /></Cell>"
g.ToXml(g.FromXml("<Packing></Packing>")) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr"></Packing>"
g.ToXml(g.FromXml("<DocumentItem></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr"><Fields count="0" /></DocumentItem>"
g.ToXml(g.FromXml("<Row></Row>")) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr"></Row>"
g.ToXml(g.FromXml("<User></User>")) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr"><WarehouseIds count="0" /></User>"
g.ToXml(g.FromXml("<FieldInfo></FieldInfo>")) => S "<?xml version="1.0" encoding="utf-8"?><FieldInfo xmlns:clr="http://schemas.cleverence.ru/clr" alias="" fieldType="String" valueTemplate=""></FieldInfo>"
g.ToXml(g.FromXml("<CellCollection><Cell></Cell><Cell id=\"1\"></Cell></CellCollection>")) => ERR 80131604
g.ToXml(g.FromXml("<CellCollection><Cell/><Cell id=\"1\"></Cell></CellCollection>")) => ERR 80131604
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"><Packings><Packing/></Packings></Product><Product id=\"2\"><Packings><Packing id=\"1\"/><Packing id=\"2\"></Packing></Packings></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
g.ToXml(g.FromXml("<Document id=\"1\" documentTypeName=\"null\"><Fields/><States/><Tables/><DeclaredItems/><CurrentItems/></Document>")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
p = new Packing
p.Id := "nullable"
p.Barcode := "null"
p.SetField("a", "nullable") => EMPTY
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr" barcode="\null" id="\nullable" a="\nullable"></Packing>"
d = new Document
d.Id := "nullable"
d.Name := "null"
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName="" id="\nullable" name="\null"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
i = new DocumentType
i.Name := "nullable"
i.Alias := "null"
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentType xmlns:clr="http://schemas.cleverence.ru/clr" alias="\null" allowExchangeDataForServerDocs="True" allowRemoveDocuments="True" askWarehouseBeforeDocumentSelection="False" autoCreateNewDocument="False" autoOpenSigleDocument="False" autoStartNewDocumentCreation="False" autoStartNewDocumentCreationForEmptyList="False" barcodeDocumentSelection="True" checkServerBarcodes="True" clientCreating="True" cyclic="False" defaultMainButtonHeight="34" documentSelectionText="" fullscreen="False" inaccessibleForDocumentAbsence="False" input="False" itemFormat="" manualDocumentSelection="True" manualExit="False" name="nullable" needExchangeDataBeforeOpen="OnlyForServer" output="False" playFinishSound="False" refreshTimeForServerList="0" removeAfterFinish="False" removingDelay="0" runDataExchangeOnDocumentCompleted="True" showDeclaredQuantities="False" showDocumentsFromServerInList="False" showFinishedServerDocuments="False" showInProcessServerDocuments="False" virtual="False" writeChangeInfoToDocument="False"><Actions count="0" /><Columns count="0" /><Fields count="0" /><InfoStrings count="0" /><Tables count="0" /></DocumentType>"
i.Name := "nullable"
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentType xmlns:clr="http://schemas.cleverence.ru/clr" alias="\null" allowExchangeDataForServerDocs="True" allowRemoveDocuments="True" askWarehouseBeforeDocumentSelection="False" autoCreateNewDocument="False" autoOpenSigleDocument="False" autoStartNewDocumentCreation="False" autoStartNewDocumentCreationForEmptyList="False" barcodeDocumentSelection="True" checkServerBarcodes="True" clientCreating="True" cyclic="False" defaultMainButtonHeight="34" documentSelectionText="" fullscreen="False" inaccessibleForDocumentAbsence="False" input="False" itemFormat="" manualDocumentSelection="True" manualExit="False" name="nullable" needExchangeDataBeforeOpen="OnlyForServer" output="False" playFinishSound="False" refreshTimeForServerList="0" removeAfterFinish="False" removingDelay="0" runDataExchangeOnDocumentCompleted="True" showDeclaredQuantities="False" showDocumentsFromServerInList="False" showFinishedServerDocuments="False" showInProcessServerDocuments="False" virtual="False" writeChangeInfoToDocument="False"><Actions count="0" /><Columns count="0" /><Fields count="0" /><InfoStrings count="0" /><Tables count="0" /></DocumentType>"
i.Name := "nullable"
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentType xmlns:clr="http://schemas.cleverence.ru/clr" alias="\null" allowExchangeDataForServerDocs="True" allowRemoveDocuments="True" askWarehouseBeforeDocumentSelection="False" autoCreateNewDocument="False" autoOpenSigleDocument="False" autoStartNewDocumentCreation="False" autoStartNewDocumentCreationForEmptyList="False" barcodeDocumentSelection="True" checkServerBarcodes="True" clientCreating="True" cyclic="False" defaultMainButtonHeight="34" documentSelectionText="" fullscreen="False" inaccessibleForDocumentAbsence="False" input="False" itemFormat="" manualDocumentSelection="True" manualExit="False" name="nullable" needExchangeDataBeforeOpen="OnlyForServer" output="False" playFinishSound="False" refreshTimeForServerList="0" removeAfterFinish="False" removingDelay="0" runDataExchangeOnDocumentCompleted="True" showDeclaredQuantities="False" showDocumentsFromServerInList="False" showFinishedServerDocuments="False" showInProcessServerDocuments="False" virtual="False" writeChangeInfoToDocument="False"><Actions count="0" /><Columns count="0" /><Fields count="0" /><InfoStrings count="0" /><Tables count="0" /></DocumentType>"
i = new FieldValue
i.FieldName := "nullable"
i.Value := "nullable"
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><FieldValue xmlns:clr="http://schemas.cleverence.ru/clr" fieldName="nullable"><Value clr:Type="String">nullable</Value></FieldValue>"
i = new DeviceInfo
i.DeviceId := "nullable"
i.DeviceName := "null"
i.UserId := ""
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DeviceInfo xmlns:clr="http://schemas.cleverence.ru/clr" deviceId="\nullable" pincode="" deviceIP="" deviceName="\null" userId=""></DeviceInfo>"
d = new Document
d.Id := "s"
d.SetStateFinished("nullable", true) => EMPTY
g.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName="" id="s"><Fields count="0" /><States count="1"><DocumentState finished="True" finishedDate="*" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" userId="nullable" /></States><Tables /><DeclaredItems /><CurrentItems /></Document>"
w = new Warehouse
w.Id := "w"
w.Name := ""
g.ToXml(w) => S "<?xml version="1.0" encoding="utf-8"?><Warehouse xmlns:clr="http://schemas.cleverence.ru/clr" id="w" name="" storageId="*"><Cells count="0" /></Warehouse>"
p = new ProductsBook
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version=""><Products count="0" /></ProductsBook>"
b = g.FromXml("<Document id=\"b\"><DeclaredItems><DocumentItem uid=\"1\" firstStorageId=\"\" firstStorageBarcode=\"\"></DocumentItem></DeclaredItems><CurrentItems/><Tables/></Document>")
b.DeclaredItems.Item(0).FirstStorageId => EMPTY
b.DeclaredItems.Item(0).FirstStorageBarcode => EMPTY
b.DeviceId => EMPTY
b.DeviceName => EMPTY
b = g.FromXml("<Product id=\"b\" Int32_a=\"null\" Boolean_b=\"null\" DateTime_c=\"null\" Decimal_d=\"null\" e=\"\\null\"></Product>")
g.ToXml(b) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="b" Int32_a="0" Boolean_b="False" DateTime_c="0001-01-01T00:00:00.0000000" Decimal_d="0" e="\null"></Product>"
# updates without a key, and what is cut off
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
t = g.GetTableAccessor("Цены")
t.BeginUpload(true) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"1\" Decimal_Цена=\"5\"></Row><Row uid=\"p2\" ИдТовара=\"2\"></Row><Row uid=\"p3\" ИдТовара=\"3\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"11\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p2\" ИдТовара=\"12\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p3\" ИдТовара=\"13\"></Row></RowCollection>")) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p4\" ИдТовара=\"4\"></Row><Row uid=\"p1\" ВидЦены=\"x\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="p1" ИдТовара="11" ИдУпаковки="" ВидЦены="" Decimal_Цена="5" Валюта=""></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="3" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p4" ИдТовара="4" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"p1\" ИдТовара=\"21\" Decimal_Цена=\"1\" ВидЦены=\"a\" ИдУпаковки=\"b\" Валюта=\"c\"></Row><Row uid=\"p2\" ИдТовара=\"22\" Decimal_Цена=\"1\" ВидЦены=\"a\" ИдУпаковки=\"b\" Валюта=\"c\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="p1" ИдТовара="21" ИдУпаковки="b" ВидЦены="a" Decimal_Цена="1" Валюта="c"></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="3" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p4" ИдТовара="4" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"w1\" ИдТовара=\"a\"></Row><Row uid=\"w2\" Цена=\"x\"></Row><Row uid=\"w3\" ИдТовара=\"a\"></Row></RowCollection>")) => ERR 80131604
t.ResetUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="p1" ИдТовара="21" ИдУпаковки="b" ВидЦены="a" Decimal_Цена="1" Валюта="c"></Row><Row uid="p2" ИдТовара="2" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p3" ИдТовара="3" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row><Row uid="p4" ИдТовара="4" ИдУпаковки="" ВидЦены="" Decimal_Цена="0" Валюта=""></Row></TableAccessor>"
g.ToXml(g.FromXml("<RowCollection><Row uid=\"w1\" ИдТовара=\"a\"></Row><Row uid=\"w2\" Decimal_Цена=\"x\"></Row><Row uid=\"w3\" ИдТовара=\"a\"></Row></RowCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="w1" ИдТовара="a"></Row></RowCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"w1\"></Product><Product id=\"w2\" Decimal_Цена=\"x\"></Product><Product id=\"w3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="w1"></Product></ProductCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"w1\"></Product><Product id=\"w2\"><Packings><Packing id=\"1\" unitsQuantity=\"x\"></Packing></Packings></Product><Product id=\"w3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Product id="w1"></Product><Product id="w2"></Product></ProductCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"w1\"></Product><Product id=\"w2\"><Packings><Packing id=\"1\" Int32_a=\"x\"></Packing></Packings></Product><Product id=\"w3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Product id="w1"></Product><Product id="w2"></Product></ProductCollection>"
g.ToXml(g.FromXml("<Product id=\"w2\"><Packings><Packing id=\"1\" Int32_a=\"x\"></Packing></Packings></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="w2"></Product>"
g.ToXml(g.FromXml("<Product id=\"w2\" Int32_a=\"x\"></Product>")) => ERR 80131604
g.ToXml(g.FromXml("<Row uid=\"w2\" Int32_a=\"x\"></Row>")) => ERR 80131604
t = g.GetTableAccessor("Контрагенты")
t.BeginUpload(true) => EMPTY
c = new RowCollection
r = new Row
r.SetField("Ид", "1") => EMPTY
r.SetField("Наименование", "имя") => EMPTY
r.SetField("ИНН", "77") => EMPTY
c.Add(r) => I4 0
t.Upload(c) => EMPTY
c = new RowCollection
r = new Row
r.SetField("Ид", "1") => EMPTY
r.SetField("Наименование", empty) => EMPTY
r.SetField("КПП", "5") => EMPTY
c.Add(r) => I4 0
t.Upload(c) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="*" Ид="1" ИНН="77" КПП="5" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t = g.GetTableAccessor("ДопРеквизиты")
t.BeginUpload(true) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"1\" ИдТовара=\"a\" Имя=\"x\" Значение=\"1\"></Row><Row uid=\"2\" ИдТовара=\"a\" Имя=\"y\" Значение=\"2\"></Row><Row uid=\"3\" ИдТовара=\"a\" Имя=\"x\" Значение=\"3\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("ДопРеквизиты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Row uid="1" ИдТовара="a" Имя="x" Значение="3"></Row><Row uid="2" ИдТовара="a" Имя="y" Значение="2"></Row></TableAccessor>"
u = g.FromXml("<DocumentItem xmlns:clr=\"http://schemas.cleverence.ru/clr\" uid=\"1\"><Fields><FieldValue fieldName=\"a\"><Value clr:Type=\"Int32\">null</Value></FieldValue><FieldValue fieldName=\"b\"><Value clr:Type=\"String\">x</Value></FieldValue></Fields></DocumentItem>")
g.ToXml(u) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="0" /></DocumentItem>"
u = g.FromXml("<DocumentItemCollection xmlns:clr=\"http://schemas.cleverence.ru/clr\"><DocumentItem uid=\"1\"><Fields><FieldValue fieldName=\"a\"><Value clr:Type=\"Int32\">null</Value></FieldValue><FieldValue fieldName=\"b\"><Value clr:Type=\"String\">x</Value></FieldValue></Fields></DocumentItem><DocumentItem uid=\"2\"></DocumentItem></DocumentItemCollection>")
g.ToXml(u) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItemCollection xmlns:clr="http://schemas.cleverence.ru/clr"><DocumentItem uid="1"><Fields count="0" /></DocumentItem></DocumentItemCollection>"
k = g.FromXml("<Document id=\"1\"><Fields/><States><DocumentState userId=\"null\" finished=\"True\"/></States><DeclaredItems/><CurrentItems/><Tables/></Document>")
q = new Packing
q.Name => EMPTY
q.Id := "x"
q.Name => EMPTY
q.Name := ""
q.Name => S ""
u = new UserGroup
u.Id := "null"
g.ToXml(u) => S "<?xml version="1.0" encoding="utf-8"?><UserGroup xmlns:clr="http://schemas.cleverence.ru/clr" autorunDocumentTypeName="" batchMode="False" id="\null" onFinishHandlerName="При завершении работы пользователя" onStartHandlerName="При начале работы пользователя" role="MobileDeviceUser" serverSideInventory="False"><DocumentTypeNames count="0" /></UserGroup>"
x = new FieldInfo
x.Alias := "nullable"
g.ToXml(x) => S "<?xml version="1.0" encoding="utf-8"?><FieldInfo xmlns:clr="http://schemas.cleverence.ru/clr" alias="\nullable" fieldType="String" valueTemplate=""></FieldInfo>"
# characters, errors, nulls of columns
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
p = new Product
p.Id := "a\uffff\ufffe\ufffdb😀\u001d😀"
p.SetField("f", "a\uffff\ufffe\ufffdb😀\u001d😀") => EMPTY
g.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="a&#xFFFF;&#xFFFE;�b😀&#x1D;😀" f="a&#xFFFF;&#xFFFE;�b😀&#x1D;😀"></Product>"
i = new DocumentItem
i.SetField("f", "a\uffff\ufffe\ufffdb😀\u001d😀") => EMPTY
g.ToXml(i) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" createdBy="ERP"><Fields count="1"><FieldValue fieldName="f"><Value clr:Type="String">a&#xFFFF;&#xFFFE;�b😀&#x1D;😀</Value></FieldValue></Fields></DocumentItem>"
g.ToXml(g.FromXml("<Product id=\"a&#xFFFF;&#xFFFE;\" b=\"\uffff\"></Product>")) => ERR 80131604
g.ToXml(g.FromXml("<Product id=\"a&#xFFFF;&#xFFFE;\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="a&#xFFFF;&#xFFFE;"></Product>"
g.ToXml(g.FromXml("<Product id=\"&#xD83D;&#xDE00;\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="😀"></Product>"
g.ToXml(g.FromXml("<DocumentCollection><Document id=\"1\" priority=\"x\"><DeclaredItems/><CurrentItems/><Tables/></Document><Document id=\"2\"><DeclaredItems/><CurrentItems/><Tables/></Document></DocumentCollection>")) => ERR 80131604
g.ToXml(g.FromXml("<DocumentItemCollection xmlns:clr=\"http://schemas.cleverence.ru/clr\"><DocumentItem uid=\"1\"><Fields><FieldValue fieldName=\"z\"><Value clr:Type=\"Int32\">5</Value></FieldValue><FieldValue fieldName=\"a\"><Value clr:Type=\"Int32\">abc</Value></FieldValue><FieldValue fieldName=\"b\"><Value clr:Type=\"String\">x</Value></FieldValue></Fields></DocumentItem><DocumentItem uid=\"2\"></DocumentItem></DocumentItemCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItemCollection xmlns:clr="http://schemas.cleverence.ru/clr"><DocumentItem uid="1"><Fields count="1"><FieldValue fieldName="z"><Value clr:Type="Int32">5</Value></FieldValue></Fields></DocumentItem></DocumentItemCollection>"
g.ToXml(g.FromXml("<Document id=\"1\"><Fields/><States/><Tables/><DeclaredItems><DocumentItem uid=\"1\" expiredDate=\"16.06.2025\"></DocumentItem></DeclaredItems><CurrentItems><DocumentItem uid=\"2\"></DocumentItem></CurrentItems></Document>")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="1" expiredDate="2025-06-16T00:00:00.0000000"><Fields count="0" /></DocumentItem></DeclaredItems><CurrentItems><DocumentItem uid="2"><Fields count="0" /></DocumentItem></CurrentItems></Document>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\" unitConvertionRate=\"x\"></Product><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="1"></Product></ProductCollection>"
g.ToXml(g.FromXml("<CellCollection><Cell id=\"1\" barcode=\"1\"></Cell><Cell id=\"2\" barcode=\"2\"><Fields><FieldValue fieldName=\"a\"><Value xmlns:clr=\"http://schemas.cleverence.ru/clr\" clr:Type=\"Int32\">abc</Value></FieldValue></Fields></Cell><Cell id=\"3\" barcode=\"3\"></Cell></CellCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><CellCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Cell barcode="1" id="1" name=""><Fields count="0" /></Cell><Cell barcode="2" id="2" name=""><Fields count="1"><FieldValue fieldName="a"><Value clr:Type="String">abc</Value></FieldValue></Fields></Cell><Cell barcode="3" id="3" name=""><Fields count="0" /></Cell></CellCollection>"
g.ToXml(g.FromXml("<WarehouseCollection><Warehouse id=\"1\"><Cells><Cell barcode=\"1\"></Cell><Cell barcode=\"1\"></Cell></Cells></Warehouse><Warehouse id=\"2\"></Warehouse></WarehouseCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><WarehouseCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" version="" />"
g.ToXml(g.FromXml("<DocumentCollection><Document id=\"1\"><DeclaredItems/><CurrentItems/><Tables/></Document><Document id=\"1\"><DeclaredItems/><CurrentItems/><Tables/></Document></DocumentCollection>")) => ERR 80131604
t = g.GetTableAccessor("Цены")
t.BeginUpload(true) => EMPTY
c = new RowCollection
r = new Row
r.SetField("ИдТовара", "1") => EMPTY
r.SetField("Цена", empty) => EMPTY
r.SetField("Валюта", empty) => EMPTY
r.SetField("ВидЦены", null) => EMPTY
c.Add(r) => I4 0
t.Upload(c) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="*" ИдТовара="1" ИдУпаковки=""></Row></TableAccessor>"
t = g.GetTableAccessor("Контрагенты")
t.BeginUpload(true) => EMPTY
c = new RowCollection
r = new Row
r.SetField("Ид", empty) => EMPTY
r.SetField("ЭтоПапка", empty) => EMPTY
c.Add(r) => I4 0
t.Upload(c) => ERR 80131604
c = new RowCollection
r = new Row
r.SetField("Ид", empty) => EMPTY
r.SetField("Наименование", "снова") => EMPTY
c.Add(r) => I4 0
t.Upload(c) => ERR 80131604
t.EndUpload() => ERR 80131604
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
d = new Document
d.Id := "Q"
d.SetField("т", "a\tb\nc\rd") => EMPTY
d.Name := "a\tb\nc\rd"
d.DeclaredItems.Add(new DocumentItem) => I4 0
d.DeclaredItems.Item(0).SSCC := ""
d.DeclaredItems.Item(0).ProductId := "p"
d.DeclaredItems.Item(0).FirstStorageId := ""
g.SetDocument(d) => EMPTY
g.ToXml(g.GetDocument("Q")) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName="" id="Q" name="a&#x9;b&#x0a;c&#x0d;d"><Fields count="1"><FieldValue fieldName="т"><Value clr:Type="String">a&#x9;b&#x0a;c&#x0d;d</Value></FieldValue></Fields><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="*" productId="p" sSCC="" createdBy="ERP"><Fields count="0" /></DocumentItem></DeclaredItems><CurrentItems /></Document>"
