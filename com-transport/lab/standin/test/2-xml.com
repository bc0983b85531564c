# XML both ways
# Expected: what the vendor's component answered.
c = new StorageConnector
p = new Product
c.ToXml(empty) => S "<?xml version="1.0" encoding="utf-8"?>"
c.ToXml("а") => S "<?xml version="1.0" encoding="utf-8"?><String>а</String>"
c.ToXml(5) => S "<?xml version="1.0" encoding="utf-8"?><Int32>5</Int32>"
c.ToXml(5.5) => S "<?xml version="1.0" encoding="utf-8"?><Double>5.5</Double>"
c.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr"></Product>"
c.ToXml(new Packing) => S "<?xml version="1.0" encoding="utf-8"?><Packing xmlns:clr="http://schemas.cleverence.ru/clr"></Packing>"
c.ToXml(new Row) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" uid="*"></Row>"
c.ToXml(new Document) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName=""><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
c.ToXml(new DocumentItem) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="*" createdBy="ERP"><Fields count="0" /></DocumentItem>"
c.ToXml(new Cell) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" name=""><Fields count="0" /></Cell>"
c.ToXml(new User) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr"><WarehouseIds count="0" /></User>"
c.ToXml(new UserGroup) => S "<?xml version="1.0" encoding="utf-8"?><UserGroup xmlns:clr="http://schemas.cleverence.ru/clr" autorunDocumentTypeName="" batchMode="False" onFinishHandlerName="При завершении работы пользователя" onStartHandlerName="При начале работы пользователя" role="MobileDeviceUser" serverSideInventory="False"><DocumentTypeNames count="0" /></UserGroup>"
c.ToXml(new Warehouse) => S "<?xml version="1.0" encoding="utf-8"?><Warehouse xmlns:clr="http://schemas.cleverence.ru/clr" storageId="*"><Cells count="0" /></Warehouse>"
c.ToXml(new FieldInfo) => S "<?xml version="1.0" encoding="utf-8"?><FieldInfo xmlns:clr="http://schemas.cleverence.ru/clr" alias="" fieldType="String" valueTemplate=""></FieldInfo>"
c.ToXml(new FieldValue) => S "<?xml version="1.0" encoding="utf-8"?><FieldValue xmlns:clr="http://schemas.cleverence.ru/clr"><Value>null</Value></FieldValue>"
c.ToXml(new DocumentState) => S "<?xml version="1.0" encoding="utf-8"?><DocumentState xmlns:clr="http://schemas.cleverence.ru/clr" finished="False" finishedDate="0001-01-01T00:00:00.0000000" inProcess="False" inProcessDate="0001-01-01T00:00:00.0000000" modified="False" modifiedDate="0001-01-01T00:00:00.0000000" processingTime="00:00:00" />"
c.ToXml(new DocumentType) => S "<?xml version="1.0" encoding="utf-8"?><DocumentType xmlns:clr="http://schemas.cleverence.ru/clr" allowExchangeDataForServerDocs="True" allowRemoveDocuments="True" askWarehouseBeforeDocumentSelection="False" autoCreateNewDocument="False" autoOpenSigleDocument="False" autoStartNewDocumentCreation="False" autoStartNewDocumentCreationForEmptyList="False" barcodeDocumentSelection="True" checkServerBarcodes="True" clientCreating="True" cyclic="False" defaultMainButtonHeight="34" documentSelectionText="" fullscreen="False" inaccessibleForDocumentAbsence="False" input="False" itemFormat="" manualDocumentSelection="True" manualExit="False" needExchangeDataBeforeOpen="OnlyForServer" output="False" playFinishSound="False" refreshTimeForServerList="0" removeAfterFinish="False" removingDelay="0" runDataExchangeOnDocumentCompleted="True" showDeclaredQuantities="False" showDocumentsFromServerInList="False" showFinishedServerDocuments="False" showInProcessServerDocuments="False" virtual="False" writeChangeInfoToDocument="False"><Actions count="0" /><Columns count="0" /><Fields count="0" /><InfoStrings count="0" /><Tables count="0" /></DocumentType>"
c.ToXml(new ProductSchema) => S "<?xml version="1.0" encoding="utf-8"?><ProductSchema xmlns:clr="http://schemas.cleverence.ru/clr" barcodeExtendedSearchMode="Auto" autoExchangeDeviceOnUpdate="True" productsXmlSizeForSupportUpdates="5242880" documentProductsSavingMode="No"></ProductSchema>"
c.ToXml(new DeviceInfo) => S "<?xml version="1.0" encoding="utf-8"?><DeviceInfo xmlns:clr="http://schemas.cleverence.ru/clr" pincode="" deviceIP=""></DeviceInfo>"
c.ToXml(new DeviceInfoCollection) => S "<?xml version="1.0" encoding="utf-8"?><DeviceInfoCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(new Environment) => S "<?xml version="1.0" encoding="utf-8"?><Environment xmlns:clr="http://schemas.cleverence.ru/clr" androidClientVersion="0.0.0.0" askReleaseDocumentsOnLogoff="True" autoReleaseDocuments="False" barcodeLogin="True" cellSearchOrder="Device" clientVersion="0.0.0.0" comment="" designerVersion="0.0.0.0" id="3145163515" lastUpdate="0001-01-01T00:00:00.0000000" name="Конфигурация" serverVersion="0.0.0.0" showDetailedMessages="False" showServerDocumentsCount="True" useBaloons="True" version="0" warehouseSelectionText=""><CommonFields count="0" /><DocumentTypes count="0" /><Operations count="5"><Operation fullscreen="Inherit" lock="No" name="При старте работы" serverHosted="False" shared="False"><Actions count="0" /><Parameters count="0" /><Returns count="0" /></Operation><Operation fullscreen="Inherit" lock="No" name="Перед завершением работы" serverHosted="False" shared="False"><Actions count="0" /><Parameters count="0" /><Returns count="0" /></Operation><Operation fullscreen="Inherit" lock="No" name="При начале работы пользователя" serverHosted="False" shared="False"><Actions count="0" /><Parameters count="0" /><Returns count="0" /></Operation><Operation fullscreen="Inherit" lock="No" name="При завершении работы пользователя" serverHosted="False" shared="False"><Actions count="0" /><Parameters count="0" /><Returns count="0" /></Operation><Operation fullscreen="Inherit" lock="No" name="При авторизации в системе" serverHosted="False" shared="False"><Actions count="0" /><Parameters count="0" /><Returns count="0" /></Operation></Operations><ProductSchema barcodeExtendedSearchMode="Auto" autoExchangeDeviceOnUpdate="True" productsXmlSizeForSupportUpdates="5242880" documentProductsSavingMode="No"></ProductSchema><Tables count="0" /><TestOperations count="0" /><Warehouses count="0" version="" /></Environment>"
c.ToXml(new PackedProduct) => S "<?xml version="1.0" encoding="utf-8"?><PackedProduct xmlns:clr="http://schemas.cleverence.ru/clr" expiredDate="0001-01-01T00:00:00.0000000" quantity="0" registrationDate="0001-01-01T00:00:00.0000000"><Fields count="0" /><Packing>null</Packing><Product>null</Product><Quantities count="0" /></PackedProduct>" !standin
c.ToXml(new DocumentCollection) => S "<?xml version="1.0" encoding="utf-8"?><DocumentCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(new DocumentItemCollection) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItemCollection xmlns:clr="http://schemas.cleverence.ru/clr" />"
c.ToXml(new StringCollection) => S "<?xml version="1.0" encoding="utf-8"?><StringCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(new ProductsBook) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version=""><Products count="0" /></ProductsBook>"
c.ToXml(c.CreateDocumentTable()) => S "<?xml version="1.0" encoding="utf-8"?><DocumentTable xmlns:clr="http://schemas.cleverence.ru/clr" name="" version=""><Rows count="0" /></DocumentTable>"
c.ToXml(c.CreateDocumentTableInfo()) => S "<?xml version="1.0" encoding="utf-8"?><DocumentTableInfo xmlns:clr="http://schemas.cleverence.ru/clr" name="" updatePeriod="60" isSQLTable="True" autoExchangeDeviceOnUpdate="True"><Fields count="0" /></DocumentTableInfo>"
c.ToXml(c) => S "<?xml version="1.0" encoding="utf-8"?><StorageConnector xmlns:clr="http://schemas.cleverence.ru/clr" />"
dv = new DeviceInfo
dv.DeviceId := "dev1"
dv.DeviceName := "ТСД"
dv.DeviceIP := "10.0.0.1"
dv.UserId := "u1"
dv.WarehouseId := "1"
dv.DocumentId := "d"
dv.DocumentTypeName := "т"
dv.BatteryStatus := "80"
dv.Pincode := "1234"
dv.LastInfoTime := d45824.5
dv.AppInstanceId := "a"
dv.CellId := "c"
dv.UserGroupId := "g"
dv.ServerHostedDocument := true
dv.GSMOperatorName := "МТС"
dv.WifiNetworkStationName := "wifi"
dv.HasCustomName => BOOL false
dv.Licensed => BOOL false
dv.GSMSignalStrength => EMPTY
dv.Document => EMPTY
dv.SetField("Доп", 5) => EMPTY
c.ToXml(dv) => S "<?xml version="1.0" encoding="utf-8"?><DeviceInfo xmlns:clr="http://schemas.cleverence.ru/clr" batteryStatus="80" cellId="c" deviceId="dev1" pincode="1234" deviceIP="10.0.0.1" deviceName="ТСД" documentId="d" documentTypeName="т" lastInfoTime="2025-06-16T12:00:00.0000000" serverHostedDocument="True" userId="u1" userGroupId="g" warehouseId="1"><Fields count="3"><FieldValue fieldName="GSMOperatorName"><Value clr:Type="String">МТС</Value></FieldValue><FieldValue fieldName="WifiNetworkStationName"><Value clr:Type="String">wifi</Value></FieldValue><FieldValue fieldName="Доп"><Value clr:Type="Int32">5</Value></FieldValue></Fields></DeviceInfo>"
c.FromXml("<Row/>") => ERR 80131604
c.FromXml("<RowCollection><Row a=\"1\"/><Row a=\"2\"/><Row a=\"3\"/></RowCollection>").Count => I4 1
c.ToXml(c.FromXml("<RowCollection><Row uid=\"u\" a=\"1\"/><Row a=\"2\"/><Row a=\"3\"/></RowCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="u" a="1"><Row clr:Type="Row" a="2"><Row clr:Type="Row" a="3"></Row></Row></Row></RowCollection>"
c.ToXml(c.FromXml("<RowCollection><Row uid=\"u\" a=\"1\"></Row><Row uid=\"u\" a=\"2\"/><Row a=\"3\"></Row></RowCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Row uid="u" a="1"></Row><Row uid="u" a="2"><Row clr:Type="Row" a="3"></Row></Row></RowCollection>"
c.ToXml(c.FromXml("<RowCollection><Row uid=\"u\" a=\"1\"></Row><Row uid=\"u\" a=\"2\"/><Row a=\"3\"></Row><Row a=\"4\"></Row></RowCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="u" a="1"></Row></RowCollection>"
c.ToXml(c.FromXml("<RowCollection><Row uid=\"u\" a=\"1\"></Row></RowCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Row uid="u" a="1"></Row></RowCollection>"
c.ToXml(c.FromXml("<ProductCollection><Product id=\"1\"/><Product id=\"2\"/><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="1"></Product></ProductCollection>"
c.ToXml(c.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"/><Product id=\"3\"></Product><Product id=\"4\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Product id="1"></Product><Product id="2"></Product></ProductCollection>"
c.ToXml(c.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"/></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Product id="1"></Product><Product id="2"></Product></ProductCollection>"
c.FromXml("<Product id=\"1\"/>") => ERR 80131604
c.FromXml("<Document id=\"1\"/>") => OBJ
c.FromXml("<DocumentItem uid=\"1\"/>") => ERR 80131604
c.FromXml("<User id=\"1\"/>") => ERR 80131604
c.FromXml("<Packing id=\"1\"/>") => OBJ
c.ToXml(c.FromXml("<Cell id=\"1\"/>")) => S "<?xml version="1.0" encoding="utf-8"?><Cell xmlns:clr="http://schemas.cleverence.ru/clr" id="1" name=""><Fields count="0" /></Cell>"
c.ToXml(c.FromXml("<CellCollection><Cell id=\"1\"/><Cell id=\"2\" barcode=\"f\"/></CellCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><CellCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Cell id="1" name=""><Fields count="0" /></Cell><Cell barcode="f" id="2" name=""><Fields count="0" /></Cell></CellCollection>"
c.ToXml(c.FromXml("<Product id=\"1\"><Packings><Packing id=\"1\"/><Packing id=\"2\"/></Packings></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Packings count="2"><Packing id="1"></Packing><Packing id="2"></Packing></Packings></Product>"
c.ToXml(c.FromXml("<Warehouse id=\"1\"/>")) => S "<?xml version="1.0" encoding="utf-8"?><Warehouse xmlns:clr="http://schemas.cleverence.ru/clr" id="1" storageId="*"><Cells count="0" /></Warehouse>"
c.ToXml(c.FromXml("<WarehouseCollection><Warehouse id=\"1\"/><Warehouse id=\"2\"/></WarehouseCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><WarehouseCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="2" version=""><Warehouse id="1" storageId="*"><Cells count="0" /></Warehouse><Warehouse id="2" storageId="*"><Cells count="0" /></Warehouse></WarehouseCollection>"
c.ToXml(c.FromXml("<Product Id=\"1\" Foo=\"6\" Int32_N=\"7\" Double_D=\"1,5\" unitConvertionRate=\"1,5\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" unitConvertionRate="15" Id="1" Foo="6" Int32_N="7" Double_D="1.5"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" versionNumber=\"x\"></Product>")) => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"1\" Boolean_B=\"1\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" Boolean_B="True"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" Boolean_B=\"tRUE\" Decimal_D=\"1e3\"></Product>")) => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"1\" Decimal_D=\"1,5\" Double_E=\"1e3\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" Decimal_D="1.5" Double_E="1000"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" DateTime_D=\"2025-06-16\" DateTime_E=\"\" DateTime_F=\"2025-06-16T10:00:00+03:00\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" DateTime_D="2025-06-16T00:00:00.0000000" DateTime_E="0001-01-01T00:00:00.0000000" DateTime_F="2025-06-16T07:00:00.0000000+00:00"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" DateTime_D=\"16.06.2025 09:58:43\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" DateTime_D="2025-06-16T09:58:43.0000000"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" DateTime_D=\"2025-06-16T10:00:00Z\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" DateTime_D="2025-06-16T10:00:00.0000000+00:00"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" DateTime_D=\"2025-06-16T10:00:00.123\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1" DateTime_D="2025-06-16T10:00:00.1230000"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\" Guid_D=\"x\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="1"><FieldValue fieldName="D"><Value clr:Type="Guid">00000000-0000-0000-0000-000000000000</Value></FieldValue></Fields></Product>"
c.ToXml(c.FromXml("<Foo/>")) => ERR 80131604
c.ToXml(c.FromXml("<product id=\"1\"></product>")) => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"1\"><Foo>x</Foo></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"></Product>"
c.ToXml(c.FromXml("<Product id=\"1\"><Foo><Bar/></Foo><Packings><Packing id=\"1\"></Packing></Packings></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Packings count="1"><Packing id="1"></Packing></Packings></Product>"
c.ToXml(c.FromXml("<Product id=\"1\"")) => ERR 80131604
c.FromXml("<Product id=\"1\">") => ERR 80131604
c.FromXml("<Product id=\"1\"></Prod>") => ERR 80131604
c.FromXml("<Product id=\"1\" id=\"2\"></Product>") => ERR 80131604
c.FromXml("<Product id=1></Product>") => ERR 80131604
c.FromXml("") => EMPTY
c.FromXml(empty) => EMPTY
c.FromXml("abc") => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"1\">text</Product>")) => ERR 80131604
c.ToXml(c.FromXml("<?xml version=\"1.0\" encoding=\"utf-16\"?><!-- c --><Product id=\"1\"> <!-- d --> </Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="1"></Product>"
c.ToXml(c.FromXml("<Product id=\"&#x1D;a&#29;b&lt;&amp;&apos;&quot;&gt;\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="&#x1D;a&#x1D;b&lt;&amp;'&quot;&gt;"></Product>"
c.ToXml(c.FromXml("<Product id=\"&foo;\"></Product>")) => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"a\nb\tc\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="a&#x0a;b&#x9;c"></Product>"
c.ToXml(c.FromXml("<Product id=\"a&#xA;b&#xD;c&#x9;\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="a&#x0a;b&#x0d;c&#x9;"></Product>"
c.ToXml(c.FromXml("<Product id=\"\u001d\"></Product>")) => ERR 80131604
c.ToXml(c.FromXml("<Product id=\"😀\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="😀"></Product>"
c.ToXml(c.FromXml("<Product id=\"&#x1F600;\"></Product>")) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" id="😀"></Product>"
p.SetField("т", "\u0001\u001d\t\r\n\u007f\u0085\u00a0😀") => EMPTY
c.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" т="&#x1;&#x1D;&#x9;&#x0d;&#x0a; 😀"></Product>"
p.SetField("Поле с пробелом", "x") => EMPTY
c.ToXml(p) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" т="&#x1;&#x1D;&#x9;&#x0d;&#x0a; 😀" Поле с пробелом="x"></Product>"
q = new Product
q.SetField("сд", 1.0) => EMPTY
q.SetField("a", 1e20) => EMPTY
q.SetField("b", 0.1) => EMPTY
q.SetField("c", 123456789.123456789) => EMPTY
q.SetField("d", 1e-7) => EMPTY
q.SetField("e", 5s) => EMPTY
q.SetField("f", 5f) => EMPTY
q.SetField("g", 1.1f) => EMPTY
q.SetField("h", empty) => EMPTY
q.SetField("i", null) => EMPTY
q.SetField("j", d0.0) => EMPTY
q.SetField("k", q) => EMPTY
q.SetField("l", 12345678901234567890.123m) => EMPTY
q.SetField("m", 100000000000000000000.0) => EMPTY
q.SetField("n", 1e15) => EMPTY
q.SetField("o", 123456789012345680.0) => EMPTY
c.ToXml(q) => S "<?xml version="1.0" encoding="utf-8"?><Product xmlns:clr="http://schemas.cleverence.ru/clr" Double_сд="1" Double_a="100000000000000000000" Double_b="0.1" Double_c="123456789.123457" Double_d="0.0000001" Int16_e="5" Single_f="5" Single_g="1.1" DateTime_j="1899-12-30T00:00:00.0000000" Decimal_l="12345678901234567890.123" Double_m="100000000000000000000" Double_n="1000000000000000" Double_o="123456789012346000"><Fields count="2"><FieldValue fieldName="i"><Value clr:Type="DBNull" /></FieldValue><FieldValue fieldName="k"><Value>ref:0</Value></FieldValue></Fields></Product>"
d = new Document
d.SetField("a", 5) => EMPTY
d.SetField("b", empty) => EMPTY
d.SetField("c", "") => EMPTY
d.SetField("d", null) => EMPTY
d.SetField("e", 1.5) => EMPTY
d.SetField("f", d45824.5) => EMPTY
d.SetField("g", 5.10m) => EMPTY
d.SetField("h", true) => EMPTY
d.SetField("i", "а<б>&\"' \t") => EMPTY
d.SetField("j", p) => EMPTY
c.ToXml(d) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" createDate="*" lastChangeDate="*" deviceId="" deviceIP="" deviceName=""><Fields count="10"><FieldValue fieldName="a"><Value clr:Type="Int32">5</Value></FieldValue><FieldValue fieldName="b"><Value>null</Value></FieldValue><FieldValue fieldName="c"><Value clr:Type="String"></Value></FieldValue><FieldValue fieldName="d"><Value clr:Type="DBNull" /></FieldValue><FieldValue fieldName="e"><Value clr:Type="Double">1.5</Value></FieldValue><FieldValue fieldName="f"><Value clr:Type="DateTime">2025-06-16T12:00:00.0000000</Value></FieldValue><FieldValue fieldName="g"><Value clr:Type="Decimal">5.10</Value></FieldValue><FieldValue fieldName="h"><Value clr:Type="Boolean">True</Value></FieldValue><FieldValue fieldName="i"><Value clr:Type="String">а&lt;б&gt;&amp;"' &#x9;</Value></FieldValue><FieldValue fieldName="j"><Value clr:Type="Product" т="&#x1;&#x1D;&#x9;&#x0d;&#x0a; 😀" Поле с пробелом="x"></Value></FieldValue></Fields><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
c.ToXml(d.Fields) => S "<?xml version="1.0" encoding="utf-8"?><FieldValueCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="10"><FieldValue fieldName="a"><Value clr:Type="Int32">5</Value></FieldValue><FieldValue fieldName="b"><Value>null</Value></FieldValue><FieldValue fieldName="c"><Value clr:Type="String"></Value></FieldValue><FieldValue fieldName="d"><Value clr:Type="DBNull" /></FieldValue><FieldValue fieldName="e"><Value clr:Type="Double">1.5</Value></FieldValue><FieldValue fieldName="f"><Value clr:Type="DateTime">2025-06-16T12:00:00.0000000</Value></FieldValue><FieldValue fieldName="g"><Value clr:Type="Decimal">5.10</Value></FieldValue><FieldValue fieldName="h"><Value clr:Type="Boolean">True</Value></FieldValue><FieldValue fieldName="i"><Value clr:Type="String">а&lt;б&gt;&amp;"' &#x9;</Value></FieldValue><FieldValue fieldName="j"><Value clr:Type="Product" т="&#x1;&#x1D;&#x9;&#x0d;&#x0a; 😀" Поле с пробелом="x"></Value></FieldValue></FieldValueCollection>"
c.ToXml(d.DeclaredItems) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItemCollection xmlns:clr="http://schemas.cleverence.ru/clr" />"
c.ToXml(d.States) => S "<?xml version="1.0" encoding="utf-8"?><DocumentStateCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(d.Tables) => S "<?xml version="1.0" encoding="utf-8"?><DocumentTableCollection xmlns:clr="http://schemas.cleverence.ru/clr" />"
c.ToXml(c.FromXml("<Document id=\"1\"></Document>").DeclaredItems) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItemCollection xmlns:clr="http://schemas.cleverence.ru/clr" isLazy="True" lazyCount="-1" lazyName="DeclaredItems" />"
x = c.FromXml("<Document id=\"1\"><DeclaredItems></DeclaredItems><CurrentItems/></Document>")
x.DeclaredItems.Count => ERR 80131604
x.CurrentItems.Count => I4 0
x.Tables.Count => I4 0
x.DeclaredItems.IsLazy => BOOL true
x.Fields.Count => I4 0
x.States.Count => I4 0
x.Completed => BOOL true
x.CreateDate => DATE 0.0
c.ToXml(x) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="0" /><States count="0" /><DeclaredItems /><CurrentItems /></Document>"
x.Tables.IsLazy => BOOL true
y = c.FromXml("<Document id=\"1\"><DeclaredItems/><CurrentItems/><Tables/></Document>")
c.ToXml(y) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems /><CurrentItems /></Document>"
z = c.FromXml("<Document id=\"1\"><DeclaredItems><DocumentItem uid=\"1\" productId=\"p\"></DocumentItem><DocumentItem uid=\"2\"/><DocumentItem uid=\"3\"></DocumentItem></DeclaredItems><CurrentItems/><Tables/></Document>")
z.DeclaredItems.Count => I4 2
c.ToXml(z) => S "<?xml version="1.0" encoding="utf-8"?><Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1"><Fields count="0" /><States count="0" /><Tables /><DeclaredItems><DocumentItem uid="1" productId="p"><Fields count="0" /></DocumentItem><DocumentItem uid="2"><Fields count="0" /></DocumentItem></DeclaredItems><CurrentItems /></Document>"
z.DeclaredItems.Item(0).CreatedBy => I4 0
v = c.FromXml("<DocumentCollection><Document id=\"1\"><DeclaredItems/><CurrentItems/><Tables/></Document><Document id=\"2\"/><Document id=\"3\"></Document></DocumentCollection>")
v.Count => I4 2
c.ToXml(c.FromXml("<DocumentItem uid=\"1\" createdBy=\"2\"></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1" createdBy="Device"><Fields count="0" /></DocumentItem>"
c.ToXml(c.FromXml("<DocumentItem uid=\"1\" createdBy=\"Foo\"></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="0" /></DocumentItem>"
c.ToXml(c.FromXml("<DocumentItem uid=\"1\" createdBy=\"device\"></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1" createdBy="Device"><Fields count="0" /></DocumentItem>"
c.ToXml(c.FromXml("<DocumentItem uid=\"1\" foo=\"device\" Double_Цена=\"5\"></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="0" /></DocumentItem>"
c.ToXml(c.FromXml("<Document id=\"1\" foo=\"device\" priority=\"x\"><DeclaredItems/><CurrentItems/><Tables/></Document>")) => ERR 80131604
c.ToXml(c.FromXml("<DocumentItem uid=\"1\"><Fields><FieldValue fieldName=\"а\"><Value clr:Type=\"Double\">1,5</Value></FieldValue></Fields></DocumentItem>")) => ERR 80131604
c.ToXml(c.FromXml("<DocumentItem xmlns:clr=\"http://schemas.cleverence.ru/clr\" uid=\"1\"><Fields><FieldValue fieldName=\"а\"><Value clr:Type=\"Double\">1,5</Value></FieldValue><FieldValue fieldName=\"б\"><Value clr:Type=\"Decimal\">1,5</Value></FieldValue><FieldValue fieldName=\"в\"><Value clr:Type=\"String\"></Value></FieldValue><FieldValue fieldName=\"г\"><Value clr:Type=\"String\"/></FieldValue><FieldValue fieldName=\"д\"></FieldValue></Fields></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="3"><FieldValue fieldName="а"><Value clr:Type="Double">15</Value></FieldValue><FieldValue fieldName="б"><Value clr:Type="Decimal">1.5</Value></FieldValue><FieldValue fieldName="в"><Value clr:Type="String"></Value></FieldValue></Fields></DocumentItem>"
c.ToXml(c.FromXml("<DocumentItem xmlns:clr=\"http://schemas.cleverence.ru/clr\" uid=\"1\"><Fields><FieldValue fieldName=\"г\"><Value clr:Type=\"String\"/></FieldValue><FieldValue fieldName=\"д\"><Value clr:Type=\"Int32\">5</Value></FieldValue></Fields></DocumentItem>")) => S "<?xml version="1.0" encoding="utf-8"?><DocumentItem xmlns:clr="http://schemas.cleverence.ru/clr" uid="1"><Fields count="0" /></DocumentItem>"
c.ToXml(c.FromXml("<StringCollection><String>а</String><String/><String></String><String>б</String></StringCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><StringCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><String>а</String><String></String><String></String><String>б</String></StringCollection>"
c.ToXml(c.FromXml("<String>а</String>")) => S "<?xml version="1.0" encoding="utf-8"?><String>а</String>"
c.FromXml("<String>а</String>") => S "а"
c.FromXml("<Int32>5</Int32>") => I4 5
c.ToXml(c.FromXml("<CellCollection><Cell barcode=\"1\"></Cell><Cell barcode=\"1\"></Cell></CellCollection>")) => ERR 80131604
c.ToXml(c.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"1\"></Product></ProductCollection>")) => ERR 80131604
c.ToXml(c.FromXml("<ProductCollection><Product></Product></ProductCollection>")) => ERR 80131604
c.ToXml(c.FromXml("<ProductCollection><Row></Row></ProductCollection>")) => ERR 80131604
c.ToXml(c.FromXml("<ProductCollection/>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(c.FromXml("<RowCollection/>")) => S "<?xml version="1.0" encoding="utf-8"?><RowCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="0" />"
c.ToXml(c.FromXml("<Row uid=\"1\"><Гуид xmlns:clr=\"http://schemas.cleverence.ru/clr\" clr:Type=\"Guid\">00000000-0000-4000-8000-000000000001</Гуид></Row>")) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" uid="1" Гуид="00000000-0000-4000-8000-000000000001"></Row>"
c.ToXml(c.FromXml("<Row uid=\"1\"><Foo>5</Foo></Row>")) => S "<?xml version="1.0" encoding="utf-8"?><Row xmlns:clr="http://schemas.cleverence.ru/clr" uid="1" Foo="5"></Row>"
c.ToXml(c.FromXml("<User id=\"1\" password=\"abc\" barcode=\"q\"></User>")) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr" id="1" barcode="q" password="abc"><WarehouseIds count="0" /></User>"
c.ToXml(c.FromXml("<User id=\"1\" password=\"MD5abc\"></User>")) => S "<?xml version="1.0" encoding="utf-8"?><User xmlns:clr="http://schemas.cleverence.ru/clr" id="1" password="MD5abc"><WarehouseIds count="0" /></User>"
c.FromXmlFile("/nonexistent.xml") => ERR 80131604
