# Cells by their barcode; products that are sent again
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
t = g.GetTableAccessor("Цены")
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="5"><Row uid="*" ИдТовара="tovar-1" ИдУпаковки="шт" Double_Цена="10.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-2" ИдУпаковки="шт" Double_Цена="21" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-3" ИдУпаковки="шт" Double_Цена="31.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-4" ИдУпаковки="шт" Double_Цена="42" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-5" ИдУпаковки="шт" Double_Цена="52.5" ВидЦены="Розничная"></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" ИдТовара=\"33\" ИдУпаковки=\"x\" Double_Цена=\"5\"></Row></RowCollection>")) => EMPTY
g.GetTableAccessor("Цены").Count => I4 6
t.Upload(g.FromXml("<RowCollection><Row uid=\"a1\" ИдТовара=\"34\"></Row><Row uid=\"a2\" ИдТовара=\"33\"></Row><Row uid=\"A1\" ИдТовара=\"35\"></Row></RowCollection>")) => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="8"><Row uid="*" ИдТовара="tovar-1" ИдУпаковки="шт" Double_Цена="10.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-2" ИдУпаковки="шт" Double_Цена="21" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-3" ИдУпаковки="шт" Double_Цена="31.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-4" ИдУпаковки="шт" Double_Цена="42" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-5" ИдУпаковки="шт" Double_Цена="52.5" ВидЦены="Розничная"></Row><Row uid="a1" ИдТовара="34" ИдУпаковки="x" Double_Цена="5" ВидЦены=""></Row><Row uid="a2" ИдТовара="33" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="A1" ИдТовара="35" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row></TableAccessor>"
t.Upload(g.FromXml("<RowCollection><Row uid=\"a9\" ИдТовара=\"34\"></Row><Row uid=\"a9\" ИдТовара=\"36\"></Row><Row ИдТовара=\"33\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Цены")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="10"><Row uid="*" ИдТовара="tovar-1" ИдУпаковки="шт" Double_Цена="10.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-2" ИдУпаковки="шт" Double_Цена="21" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-3" ИдУпаковки="шт" Double_Цена="31.5" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-4" ИдУпаковки="шт" Double_Цена="42" ВидЦены="Розничная"></Row><Row uid="*" ИдТовара="tovar-5" ИдУпаковки="шт" Double_Цена="52.5" ВидЦены="Розничная"></Row><Row uid="a1" ИдТовара="34" ИдУпаковки="x" Double_Цена="5" ВидЦены=""></Row><Row uid="a2" ИдТовара="33" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="A1" ИдТовара="35" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="a9" ИдТовара="34" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row><Row uid="*" ИдТовара="33" ИдУпаковки="" Double_Цена="0" ВидЦены=""></Row></TableAccessor>"
t = g.GetTableAccessor("Контрагенты")
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Row uid="*" Ид="k1" Наименование="ООО «Ромашка»" ИНН="7701234567" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k2" Наименование="Поставщики" ИНН="" Boolean_ЭтоПапка="True"></Row><Row uid="*" Ид="k3" Наименование="ИП Сидоров" ИНН="770123456789" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t.BeginUpload(false) => EMPTY
t.Upload(g.FromXml("<RowCollection><Row uid=\"k1\" Код=\"K-1\" Наименование=\"один\"></Row><Row uid=\"k2\" Код=\"K-2\" Наименование=\"два\"></Row></RowCollection>")) => EMPTY
t.EndUpload() => EMPTY
g.ToXml(g.GetTableAccessor("Контрагенты")) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="5"><Row uid="*" Ид="k1" Наименование="ООО «Ромашка»" ИНН="7701234567" Boolean_ЭтоПапка="False"></Row><Row uid="*" Ид="k2" Наименование="Поставщики" ИНН="" Boolean_ЭтоПапка="True"></Row><Row uid="*" Ид="k3" Наименование="ИП Сидоров" ИНН="770123456789" Boolean_ЭтоПапка="False"></Row><Row uid="k1" Ид="" Наименование="один" ИНН="" Boolean_ЭтоПапка="False"></Row><Row uid="k2" Ид="" Наименование="два" ИНН="" Boolean_ЭтоПапка="False"></Row></TableAccessor>"
t = g.GetTableAccessor("Остатки")
g.ToXml(t) => S "<?xml version="1.0" encoding="utf-8"?><TableAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="4"><Row uid="*" ИдТовара="tovar-1" ИдСклада="1" Double_Количество="2.5" DateTime_Дата="2025-06-16T09:58:43.0000000" Boolean_Резерв="True"></Row><Row uid="*" ИдТовара="tovar-2" ИдСклада="1" Double_Количество="5" DateTime_Дата="2025-06-16T09:58:43.0000000" Boolean_Резерв="False"></Row><Row uid="*" ИдТовара="tovar-3" ИдСклада="1" Double_Количество="7.5" DateTime_Дата="2025-06-16T09:58:43.0000000" Boolean_Резерв="False"></Row><Row uid="*" ИдТовара="tovar-4" ИдСклада="1" Double_Количество="10" DateTime_Дата="2025-06-16T09:58:43.0000000" Boolean_Резерв="False"></Row></TableAccessor>"
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя\" description=\"оп\"><Fields count=\"1\"><FieldValue fieldName=\"Зона\"><Value>x</Value></FieldValue></Fields></Cell><Cell id=\"q2\" barcode=\"q2\" name=\"имя\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q3\" barcode=\"q\" name=\"новое\"></Cell><Cell id=\"q9\" barcode=\"Q\" name=\"большая\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"ya-1\" barcode=\"ЯЧ01\" name=\"новое\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"nb\" name=\"без\"></Cell></CellCollection>")) => ERR 80131604
g.ResetUploadCells() => EMPTY
g.BeginUploadCells("1", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"eb\" name=\"пусто\" barcode=\"\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"eb2\" name=\"пусто2\" barcode=\"\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.BeginUploadCells("2", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"eb\" name=\"вторая\" barcode=\"ЯЧ01\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Cell barcode="ЯЧ01" id="eb" name="вторая"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ВТОРАЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"o\" name=\"о\" barcode=\"о\"></Cell></CellCollection>")) => EMPTY
g.GetCellsAccesor("2").Count => I4 1
g.ResetUploadCells() => EMPTY
g.GetCellsAccesor("2").Count => I4 1
x = new CellCollection
k = new Cell
k.Barcode := "1"
x.Add(k) => I4 0
k = new Cell
k.Barcode := "1"
x.Add(k) => ERR 80131604
k = new Cell
k.Id := "1"
x.Add(k) => I4 1
k = new Cell
k.Id := "2"
x.Add(k) => ERR 80131604
k = new Cell
k.Barcode := ""
x.Add(k) => I4 2
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"><Packings><Packing id=\"a\"></Packing><Packing id=\"a\"></Packing></Packings></Product><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="1"></Product></ProductCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"><Packings><Packing id=\"a\"></Packing><Packing name=\"a\"></Packing></Packings></Product><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="1"></Product></ProductCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"><Packings><Packing id=\"a\"></Packing><Packing id=\"\"></Packing></Packings></Product><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="1"><Product id="1"></Product></ProductCollection>"
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"2\"><Packings><Packing id=\"a\"></Packing><Packing id=\"A\"></Packing></Packings></Product><Product id=\"3\"></Product></ProductCollection>")) => S "<?xml version="1.0" encoding="utf-8"?><ProductCollection xmlns:clr="http://schemas.cleverence.ru/clr" count="3"><Product id="1"></Product><Product id="2"><Packings count="2"><Packing id="a"></Packing><Packing id="A"></Packing></Packings></Product><Product id="3"></Product></ProductCollection>"
g.ToXml(g.FromXml("<Product id=\"2\"><Packings><Packing id=\"a\"></Packing><Packing id=\"a\"></Packing></Packings></Product>")) => ERR 80131604
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product id=\"1\"></Product></ProductCollection>")) => ERR 80131604
g.ToXml(g.FromXml("<ProductCollection><Product id=\"1\"></Product><Product></Product></ProductCollection>")) => ERR 80131604
pb = new ProductCollection
p1 = new Product
p1.Id := "1"
pb.Add(p1) => I4 0
p1 = new Product
p1.Id := "1"
pb.Add(p1) => ERR 80131604
p1 = new Product
pb.Add(p1) => ERR 80131604
kk = new Packing
p1.Packings.Add(kk) => ERR 80131604
kk.Id := "a"
p1.Packings.Add(kk) => I4 0
kk = new Packing
kk.Id := "a"
p1.Packings.Add(kk) => ERR 80131604
g.BeginUploadProducts(true, false, false) => EMPTY
g.UploadProducts(g.FromXml("<ProductCollection><Product id=\"n1\" name=\"Н1\" barcode=\"1\"><Packings><Packing id=\"шт\"></Packing></Packings></Product><Product id=\"tovar-2\" name=\"Новое\"></Product><Product id=\"n3\"></Product></ProductCollection>")) => EMPTY
g.UploadProducts(g.FromXml("<ProductCollection><Product id=\"n2\" name=\"Н2\"></Product></ProductCollection>")) => EMPTY
g.EndUploadProducts() => EMPTY
h = new StorageConnector
h.SelectCurrentApp($BASE_ID) => OBJ
g.ToXml(h.GetProducts()) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version="*"><Products count="8"><Product barcode="1" id="n1" name="Н1"><Packings count="1"><Packing id="шт"></Packing></Packings></Product><Product id="tovar-2" name="Новое"></Product><Product id="n3"></Product><Product id="n2" name="Н2"></Product><Product barcode="4600000000001" basePackingId="шт" id="tovar-1" marking="А-1" name="Товар 1 «Ёлка»" Decimal_Цена="10.5" Boolean_ЭтоМаркируемый="False" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000001" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product><Product barcode="4600000000003" basePackingId="шт" id="tovar-3" marking="А-3" name="Товар 3 «Ёлка»" Decimal_Цена="31.5" Boolean_ЭтоМаркируемый="False" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000003" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product><Product barcode="4600000000004" basePackingId="шт" id="tovar-4" marking="А-4" name="Товар 4 «Ёлка»" Decimal_Цена="42.0" Boolean_ЭтоМаркируемый="True" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000004" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product><Product barcode="4600000000005" basePackingId="шт" id="tovar-5" marking="А-5" name="Товар 5 «Ёлка»" Decimal_Цена="52.5" Boolean_ЭтоМаркируемый="False" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000005" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product></Products></ProductsBook>"
g.BeginUploadProducts(true, false, false) => EMPTY
g.UploadProducts(g.FromXml("<ProductCollection><Product id=\"n1\" name=\"Н1б\"></Product></ProductCollection>")) => EMPTY
g.UploadProducts(g.FromXml("<ProductCollection><Product id=\"tovar-3\" name=\"Т3\"></Product></ProductCollection>")) => EMPTY
g.EndUploadProducts() => EMPTY
h = new StorageConnector
h.SelectCurrentApp($BASE_ID) => OBJ
g.ToXml(h.GetProducts()) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version="*"><Products count="8"><Product id="n1" name="Н1б"></Product><Product id="tovar-3" name="Т3"></Product><Product id="tovar-2" name="Новое"></Product><Product id="n3"></Product><Product id="n2" name="Н2"></Product><Product barcode="4600000000001" basePackingId="шт" id="tovar-1" marking="А-1" name="Товар 1 «Ёлка»" Decimal_Цена="10.5" Boolean_ЭтоМаркируемый="False" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000001" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product><Product barcode="4600000000004" basePackingId="шт" id="tovar-4" marking="А-4" name="Товар 4 «Ёлка»" Decimal_Цена="42.0" Boolean_ЭтоМаркируемый="True" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000004" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product><Product barcode="4600000000005" basePackingId="шт" id="tovar-5" marking="А-5" name="Товар 5 «Ёлка»" Decimal_Цена="52.5" Boolean_ЭтоМаркируемый="False" ВидТовара="Обувь"><Packings count="2"><Packing id="шт"></Packing><Packing barcode="14600000000005" id="кор" name="коробка" unitsQuantity="12"></Packing></Packings></Product></Products></ProductsBook>"
g.BeginUploadProducts(true, true, false) => EMPTY
g.UploadProducts(g.FromXml("<ProductCollection><Product id=\"z\" name=\"Z\"></Product><Product id=\"a\"></Product></ProductCollection>")) => EMPTY
g.EndUploadProducts() => EMPTY
h = new StorageConnector
h.SelectCurrentApp($BASE_ID) => OBJ
g.ToXml(h.GetProducts()) => S "<?xml version="1.0" encoding="utf-8"?><ProductsBook xmlns:clr="http://schemas.cleverence.ru/clr" version="*"><Products count="2"><Product id="z" name="Z"></Product><Product id="a"></Product></Products></ProductsBook>"
g = new StorageConnector
g.SelectCurrentApp($BASE_ID) => OBJ
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q\" barcode=\"q\" name=\"имя\"></Cell><Cell id=\"q2\" barcode=\"q2\" name=\"имя\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Cell barcode="q" id="q" name="имя"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="q2" id="q2" name="имя"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("2", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q3\" barcode=\"q\" name=\"новое\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Cell barcode="q" id="q3" name="новое"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">НОВОЕ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="q2" id="q2" name="имя"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("2", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q9\" barcode=\"Q\" name=\"большая\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q8\" barcode=\"w\" name=\"w\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"q8\" barcode=\"w1\" name=\"w1\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="5"><Cell barcode="q" id="q3" name="новое"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">НОВОЕ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="q2" id="q2" name="имя"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">ИМЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><Cell barcode="Q" id="q9" name="большая"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">БОЛЬШАЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">2</Value></FieldValue></Fields></Cell><Cell barcode="w" id="q8" name="w"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">W</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">3</Value></FieldValue></Fields></Cell><Cell barcode="w1" id="q8" name="w1"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">W1</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">4</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("2", false) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"x\" barcode=\"w\" name=\"x\"></Cell><Cell id=\"y\" barcode=\"w1\" name=\"y\"></Cell><Cell id=\"z\" barcode=\"q2\" name=\"z\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="5"><Cell barcode="q" id="q3" name="новое"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">НОВОЕ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="q2" id="z" name="z"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">Z</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><Cell barcode="Q" id="q9" name="большая"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">БОЛЬШАЯ</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">2</Value></FieldValue></Fields></Cell><Cell barcode="w" id="x" name="x"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">X</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">3</Value></FieldValue></Fields></Cell><Cell barcode="w1" id="y" name="y"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">Y</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">4</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
g.BeginUploadCells("2", true) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"a\" barcode=\"a\" name=\"a\"></Cell><Cell id=\"b\" barcode=\"b\" name=\"b\"></Cell></CellCollection>")) => EMPTY
g.UploadCells(g.FromXml("<CellCollection><Cell id=\"a2\" barcode=\"a\" name=\"a2\"></Cell></CellCollection>")) => EMPTY
g.EndUploadCells() => EMPTY
g.ToXml(g.GetCellsAccesor("2")) => S "<?xml version="1.0" encoding="utf-8"?><CellsAccessor xmlns:clr="http://schemas.cleverence.ru/clr" count="2"><Cell barcode="a" id="a2" name="a2"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">A2</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">0</Value></FieldValue></Fields></Cell><Cell barcode="b" id="b" name="b"><Fields count="2"><FieldValue fieldName="NameUC"><Value clr:Type="String">B</Value></FieldValue><FieldValue fieldName="OriginalIndex"><Value clr:Type="Int32">1</Value></FieldValue></Fields></Cell><CellTemplates count="0" /></CellsAccessor>"
