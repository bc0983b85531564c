package ru.smartsbridge.com.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.contract.ContractBase;
import ru.smartsbridge.api.contract.TransportContract;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.UploadPlan;

/** Products go through TerminalConnector, and everything else through StorageConnector, which shows what arrived. */
final class ProductsByTerminalContractInWindows extends TransportContract {
    /** A StorageConnector goes on showing the products that it has read first, whoever else uploads [run]. */
    private static final long ONE_CALL = 1;

    @Override
    protected ContractBase open(Path folder) throws Exception {
        ComponentBase base = ComponentBase.open(
                Files.createDirectory(folder.resolve("storage")), "auto", Map.of("recycle-calls", ONE_CALL));
        Transport terminal = ComponentBase.terminal(
                Files.createDirectory(folder.resolve("terminal")), productFields(base.transport()));
        return new ComponentBase(divided(base.transport(), terminal), base.way(), base.lacks());
    }

    private static String productFields(Transport storage) {
        return storage
                .find(EntitySet.PRODUCT_SCHEMA, "", Query.ALL.withExpand("fields"), new Call("fields", Caller.BRIDGE))
                .orElseThrow()
                .properties()
                .objects("fields")
                .stream()
                .map(FieldInfo::new)
                .map(field -> field.fieldName() + ": " + field.fieldType())
                .collect(Collectors.joining(", "));
    }

    private static Transport divided(Transport storage, Transport terminal) {
        return (Transport) Proxy.newProxyInstance(
                Transport.class.getClassLoader(), new Class<?>[] {Transport.class}, (proxy, method, arguments) -> {
                    boolean products = arguments != null
                            && (arguments[0] instanceof UploadPlan.Products
                                    || arguments[0] instanceof UploadPlan.ProductRecords);
                    try {
                        if (method.getName().equals("close")) {
                            terminal.close();
                        }
                        return method.invoke(products ? terminal : storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
