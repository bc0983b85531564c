package ru.smartsbridge.com.lab;

import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComThread;
import com.jacob.com.Dispatch;
import com.jacob.com.Variant;

/**
 * Plays a device: gives every plan line of a document its fact line and finishes the document, over COM and without
 * the bridge, as somebody who stands at the shelf would through the vendor's own programs.
 *
 * <p>Arguments: the connection, the document's id ({@code -} for the first that waits), and, where the base has
 * devices, the device's id. It prints the document's id. To be run in a Windows JVM, with {@code jacob.dll.path} set.
 */
public final class DeviceClient {
    /** Its status where base, document or device is not there, or no document waits. */
    public static final int NOT_FOUND = 3;
    /** Its status where the document is finished already. */
    public static final int FINISHED = 4;

    private static final String ANY = "-";
    private static final String USER = "device-client";

    private final Dispatch connector;

    private DeviceClient(String connection) {
        connector = new ActiveXComponent("Cleverence.Warehouse.StorageConnector");
        Dispatch.call(connector, "SelectCurrentApp", connection);
    }

    public static void main(String[] arguments) {
        ComThread.InitSTA();
        int status;
        try {
            DeviceClient client = new DeviceClient(arguments[0]);
            status = client.finish(arguments[1], arguments.length > 2 ? arguments[2] : null);
        } finally {
            ComThread.Release();
        }
        System.exit(status);
    }

    private int finish(String id, String device) {
        if (device != null && !hasDevice(device)) {
            System.err.println("there is no device " + device);
            return NOT_FOUND;
        }
        Dispatch document = id.equals(ANY) ? firstThatWaits() : object(Dispatch.call(connector, "GetDocument", id));
        if (document == null) {
            System.err.println("there is no document " + id);
            return NOT_FOUND;
        }
        if (isFinished(document)) {
            System.err.println("the document is finished already");
            return FINISHED;
        }
        fill(
                Dispatch.get(document, "DeclaredItems").toDispatch(),
                Dispatch.get(document, "CurrentItems").toDispatch());
        Dispatch.call(document, "SetStateFinished", USER, true);
        Dispatch.call(connector, "SetDocument", document);
        System.out.println("finished " + Dispatch.get(document, "Id").getString());
        return 0;
    }

    private boolean hasDevice(String id) {
        Dispatch devices = Dispatch.call(connector, "GetDevices").toDispatch();
        return object(Dispatch.call(devices, "FindByDeviceId", id)) != null;
    }

    private Dispatch firstThatWaits() {
        Dispatch documents =
                Dispatch.call(connector, "GetDocuments", new Variant(), false).toDispatch();
        for (int i = 0; i < count(documents); i++) {
            Dispatch document = item(documents, i);
            if (!isFinished(document)) {
                return document;
            }
        }
        return null;
    }

    /** One fact line for each plan line, in the quantity that was planned. */
    private static void fill(Dispatch plans, Dispatch facts) {
        for (int i = 0; i < count(plans); i++) {
            Dispatch plan = item(plans, i);
            Dispatch fact = new ActiveXComponent("Cleverence.Warehouse.DocumentItem");
            for (String same : new String[] {"ProductId", "PackingId", "ProductBarcode"}) {
                Dispatch.put(fact, same, Dispatch.get(plan, same));
            }
            Dispatch.put(fact, "CurrentQuantity", Dispatch.get(plan, "DeclaredQuantity"));
            Dispatch.call(facts, "Add", fact);
            Dispatch.put(fact, "BindedLine", plan); // reads back only where both lines are in the document [run]
        }
    }

    private static boolean isFinished(Dispatch document) {
        return Dispatch.get(document, "Finished").getBoolean();
    }

    private static int count(Dispatch collection) {
        return Dispatch.call(collection, "Count").getInt(); // a method under another name: asked for as either
    }

    private static Dispatch item(Dispatch collection, int index) {
        return Dispatch.call(collection, "Item", index).toDispatch();
    }

    private static Dispatch object(Variant answer) {
        return answer.isNull() || answer.getvt() == Variant.VariantEmpty ? null : answer.toDispatch();
    }
}
