package ru.smartsbridge.com.connector;

import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * The calls of the vendor's StorageConnector that we make, each one crossing [asm]. Lives on the apartment's thread.
 *
 * <p>Objects that are answered are the caller's to close. {@code Disconnect} is not among them: after it the tables and cells of
 * every other connector of the process fail too, until one selects its base anew [run].
 */
public final class StorageConnector implements AutoCloseable {
    /** [asm]. */
    public static final String PROG_ID = "Cleverence.Warehouse.StorageConnector";

    private static final Member CURRENT_APP_ID = Member.of("CurrentAppId");
    private static final Member SELECT_CURRENT_APP = Member.of("SelectCurrentApp");
    private static final Member GET_CURRENT_APP = Member.of("GetCurrentApp");
    private static final Member NEED_AUTHENTICATE = Member.of("NeedAuthenticate");
    private static final Member LOGIN = Member.writing("Login", "АвторизоватьсяПоЛогину");
    private static final Member LOGIN_BY_TOKEN = Member.writing("LoginByToken", "АвторизоватьсяПоТокену");
    private static final Member GET_CURRENT_APP_SETTINGS = Member.of("GetCurrentAppSettings");
    private static final Member CHECK_CONNECTION = Member.of("CheckConnection");
    private static final Member GET_ENVIRONMENT = Member.of("GetEnvironment");
    private static final Member GET_DOCUMENTS = Member.of("GetDocuments");
    private static final Member GET_DOCUMENT = Member.of("GetDocument");
    private static final Member SET_DOCUMENT = Member.writing("SetDocument", "ВыгрузитьДокумент");
    private static final Member REMOVE_DOCUMENT = Member.writing("RemoveDocument", "УдалитьДокумент");
    private static final Member GET_PRODUCTS = Member.of("GetProducts");
    private static final Member GET_PRODUCTS_COUNT = Member.of("GetProductsCount");
    private static final Member GET_PRODUCT_BY_ID = Member.of("GetProductById");
    private static final Member GET_PRODUCT_BY_INDEX = Member.of("GetProductByIndex");
    private static final Member BEGIN_UPLOAD_PRODUCTS =
            Member.writing("BeginUploadProducts", "НачатьПорционнуюВыгрузкуНоменклатуры");
    private static final Member UPLOAD_PRODUCTS = Member.writing("UploadProducts", "ВыгрузитьПорциюНоменклатуры");
    private static final Member END_UPLOAD_PRODUCTS =
            Member.writing("EndUploadProducts", "ЗавершитьПорционнуюВыгрузкуНоменклатуры");
    private static final Member RESET_UPLOAD_PRODUCTS =
            Member.writing("ResetUploadProducts", "СброситьПорционнуюВыгрузкуНоменклатуры");
    private static final Member GET_TABLE_ACCESSOR = Member.of("GetTableAccessor");
    private static final Member GET_CELLS_ACCESSOR = Member.of("GetCellsAccesor");
    private static final Member BEGIN_UPLOAD_CELLS = Member.writing("BeginUploadCells", "НачатьВыгрузкуЯчеек");
    private static final Member UPLOAD_CELLS = Member.writing("UploadCells", "ДобавитьВВыгрузкуЯчеек");
    private static final Member END_UPLOAD_CELLS = Member.writing("EndUploadCells", "ЗавершитьВыгрузкуЯчеек");
    private static final Member RESET_UPLOAD_CELLS = Member.writing("ResetUploadCells", "ПрерватьВыгрузкуЯчеек");
    private static final Member GET_USERS = Member.of("GetUsers");
    private static final Member GET_USER_GROUPS = Member.of("GetUserGroups");
    private static final Member GET_DEVICES = Member.of("GetDevices");
    private static final Member FROM_XML = Member.of("FromXml");
    private static final Member TO_XML = Member.of("ToXml");
    private static final Member TO_XML_FILE = Member.of("ToXmlFile");

    private final AutomationObject connector;

    public StorageConnector(AutomationObject connector) {
        this.connector = connector;
    }

    public String currentAppId() {
        return (String) connector.get(CURRENT_APP_ID);
    }

    public AutomationObject selectCurrentApp(String connection) {
        return connector.object(SELECT_CURRENT_APP, connection);
    }

    /** The selected base; there is one as soon as it was selected. */
    public AutomationObject getCurrentApp() {
        return connector.object(GET_CURRENT_APP);
    }

    public AutomationObject getCurrentAppSettings() {
        return connector.object(GET_CURRENT_APP_SETTINGS);
    }

    public boolean needAuthenticate() {
        return connector.flag(NEED_AUTHENTICATE);
    }

    public void login(String login, String password) {
        connector.call(LOGIN, login, password);
    }

    public void loginByToken(String login, String token) {
        connector.call(LOGIN_BY_TOKEN, login, token);
    }

    public boolean checkConnection() {
        return connector.flag(CHECK_CONNECTION);
    }

    public AutomationObject getEnvironment() {
        return connector.object(GET_ENVIRONMENT);
    }

    public AutomationObject getDocuments(String documentTypeName, boolean finishedOnly) {
        return connector.object(GET_DOCUMENTS, documentTypeName, finishedOnly);
    }

    public AutomationObject getDocument(String id) {
        return connector.objectOrNull(GET_DOCUMENT, id);
    }

    public void setDocument(AutomationObject document) {
        connector.call(SET_DOCUMENT, document);
    }

    public void removeDocument(String id) {
        connector.call(REMOVE_DOCUMENT, id);
    }

    public AutomationObject getProducts() {
        return connector.object(GET_PRODUCTS);
    }

    public int getProductsCount() {
        return connector.number(GET_PRODUCTS_COUNT);
    }

    public AutomationObject getProductById(String id) {
        return connector.objectOrNull(GET_PRODUCT_BY_ID, id);
    }

    public AutomationObject getProductByIndex(int index) {
        return connector.objectOrNull(GET_PRODUCT_BY_INDEX, index);
    }

    public void beginUploadProducts(boolean anyway, boolean overwriteExisting, boolean generateFullTextSearch) {
        connector.call(BEGIN_UPLOAD_PRODUCTS, anyway, overwriteExisting, generateFullTextSearch);
    }

    public void uploadProducts(AutomationObject products) {
        connector.call(UPLOAD_PRODUCTS, products);
    }

    public void endUploadProducts() {
        connector.call(END_UPLOAD_PRODUCTS);
    }

    public void resetUploadProducts() {
        connector.call(RESET_UPLOAD_PRODUCTS);
    }

    public AutomationObject getTableAccessor(String tableName) {
        return connector.object(GET_TABLE_ACCESSOR, tableName);
    }

    public AutomationObject getCellsAccessor(String warehouseId) {
        return connector.object(GET_CELLS_ACCESSOR, warehouseId);
    }

    public void beginUploadCells(String warehouseId, boolean overwrite) {
        connector.call(BEGIN_UPLOAD_CELLS, warehouseId, overwrite);
    }

    public void uploadCells(AutomationObject cells) {
        connector.call(UPLOAD_CELLS, cells);
    }

    public void endUploadCells() {
        connector.call(END_UPLOAD_CELLS);
    }

    public void resetUploadCells() {
        connector.call(RESET_UPLOAD_CELLS);
    }

    public AutomationObject getUsers() {
        return connector.object(GET_USERS);
    }

    public AutomationObject getUserGroups() {
        return connector.object(GET_USER_GROUPS);
    }

    public AutomationObject getDevices() {
        return connector.object(GET_DEVICES);
    }

    public AutomationObject fromXml(String xml) {
        return connector.object(FROM_XML, xml);
    }

    /** Never null: of nothing at all it is a header alone [run]. */
    public String toXml(AutomationObject object) {
        String xml = connector.text(TO_XML, object);
        if (xml == null) {
            throw ComFailure.unexpected(TO_XML, "a text", null);
        }
        return xml;
    }

    public void toXmlFile(AutomationObject object, String file) {
        connector.call(TO_XML_FILE, object, file);
    }

    @Override
    public void close() {
        connector.close();
    }
}
