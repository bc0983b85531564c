package ru.smartsbridge.com.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The first late-bound call on every class, made by one thread of the process at a time: two at once break the
 * component's table of names [run]. Classes that only the connector makes follow after a base is selected.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final String NAMESPACE = "Cleverence.Warehouse.";
    private static final long OTHER_THREADS_SECONDS = 60;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** A harmless property of each class that can be created by its ProgID [run]. */
    private static final Map<String, String> CLASSES = classes();

    private WarmUp() {}

    private static Map<String, String> classes() {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("Product", "Id");
        classes.put("Packing", "Id");
        classes.put("Row", "Uid");
        classes.put("Cell", "Name");
        classes.put("Document", "Id");
        classes.put("DocumentItem", "Uid");
        classes.put("DocumentState", "UserId");
        classes.put("Table", "Name");
        classes.put("User", "Id");
        classes.put("UserGroup", "Id");
        classes.put("Warehouse", "Id");
        classes.put("DeviceInfo", "DeviceId");
        classes.put("FieldInfo", "FieldName");
        classes.put("FieldValue", "FieldName");
        classes.put("Environment", "Name");
        for (String collected : new String[] {
            "Product",
            "Packing",
            "Row",
            "Cell",
            "Document",
            "DocumentItem",
            "DocumentState",
            "DocumentTable",
            "DocumentTableInfo",
            "User",
            "UserGroup",
            "Warehouse",
            "DeviceInfo",
            "FieldInfo",
            "FieldValue",
            "String"
        }) {
            classes.put(collected + "Collection", "Count");
        }
        return classes;
    }

    /** Warms up the connector's own class and those that it works with; to be called before any other call of it. */
    static void classes(Automation automation, StorageConnector connector) {
        firstUse(() -> {
            connector.currentAppId();
            CLASSES.forEach((name, property) -> touch(automation, name, property));
        });
    }

    /**
     * Warms up the classes that only a connector with a base makes.
     *
     * @param table a table of the base, null where it has none
     * @param warehouse a warehouse of the base, null where it has none
     */
    static void accessors(StorageConnector connector, String table, String warehouse) {
        firstUse(() -> {
            if (table != null) {
                touch(connector.getTableAccessor(table), "TableAccessor", "Name");
            }
            if (warehouse != null) {
                touch(connector.getCellsAccessor(warehouse), "CellsAccessor", "WarehouseId");
            }
        });
    }

    private static void touch(Automation automation, String name, String property) {
        try {
            touch(automation.create(NAMESPACE + name), name, property);
        } catch (ComFailure refused) {
            leave(name, refused);
        }
    }

    private static void touch(AutomationObject made, String name, String property) {
        try (AutomationObject object = made) {
            object.get(Member.of(property));
        } catch (ComFailure refused) {
            leave(name, refused);
        }
    }

    /** A class that this version does not have, or that a base cannot give, is none that a call could meet first. */
    private static void leave(String name, ComFailure refused) {
        if (refused.sessionGone()) {
            throw refused;
        }
        LOG.debug("{} was not warmed up", name, refused);
    }

    /**
     * Makes calls that may be the first ones of their class, when nobody else in this process does.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where another thread does not come to its end
     *     with its own
     */
    public static void firstUse(Runnable calls) {
        try {
            if (!ONE_AT_A_TIME.tryLock(OTHER_THREADS_SECONDS, TimeUnit.SECONDS)) {
                throw ComTexts.error(Category.UNREACHABLE, "session.warmup.blocked");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ComTexts.error(Category.UNREACHABLE, "session.interrupted");
        }
        try {
            calls.run();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
