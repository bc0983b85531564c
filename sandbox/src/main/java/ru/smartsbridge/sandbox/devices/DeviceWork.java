package ru.smartsbridge.sandbox.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.documents.Defaults;

/** What becomes of a document in a device that finds everything as planned. Used for one document. */
final class DeviceWork {
    private static final String PLAN = "declaredItems";
    private static final String FACT = "currentItems";

    private final Properties device;
    private final Optional<Properties> user;
    private final Value now;

    DeviceWork(Properties device, Optional<Properties> user, String now) {
        this.device = device;
        this.user = user;
        this.now = Value.text(now);
    }

    /** The finished document: each plan line has a fact line of the same quantity. */
    Properties done(Properties document) {
        List<Value> plan = new ArrayList<>();
        List<Value> fact = new ArrayList<>(document.objects(FACT));
        for (Properties line : document.objects(PLAN)) {
            Value quantity = line.get("declaredQuantity").orElse(Value.number(0));
            plan.add(Defaults.withScalars(line, Map.of("currentQuantity", quantity)));
            if (!isCounted(document, line)) {
                fact.add(counted(line, quantity, fact.size()));
            }
        }
        List<Value> states = new ArrayList<>(document.objects("states"));
        states.add(state());
        Map<String, Value> changes = header();
        changes.put("states", Value.items(states));
        changes.put(PLAN, Value.items(plan));
        changes.put(FACT, Value.items(fact));
        return Defaults.withScalars(document, changes);
    }

    /** A plan line that has fact lines already was begun before. */
    private static boolean isCounted(Properties document, Properties line) {
        return document.objects(FACT).stream().anyMatch(fact -> line.text("uid").equals(fact.text("bindedLineUid")));
    }

    private Properties counted(Properties line, Value quantity, int index) {
        Map<String, Value> own = new LinkedHashMap<>();
        own.put("uid", Value.text(UUID.randomUUID().toString()));
        own.put("createdBy", Value.text("Device"));
        own.put("declaredQuantity", Value.number(0));
        own.put("currentQuantity", quantity);
        own.put("registeredDate", now);
        own.put("registrationDate", now);
        own.put("index", Value.number(index));
        own.put("bindedLineUid", line.get("uid").orElse(Value.NULL));
        return Defaults.withScalars(line.without("product").without("bindedLine"), own);
    }

    private Map<String, Value> header() {
        Map<String, Value> header = new LinkedHashMap<>();
        header.put("userId", user.flatMap(found -> found.get("id")).orElse(Value.text("")));
        header.put("userName", user.flatMap(found -> found.get("name")).orElse(Value.text("")));
        header.put("lastChangeDate", now);
        header.put("modified", Value.flag(true));
        header.put("inProcess", Value.flag(true));
        header.put("finished", Value.flag(true));
        header.put("deviceId", device.get("deviceId").orElseThrow());
        header.put("deviceName", device.get("deviceName").orElse(Value.text("")));
        device.get("deviceIP").ifPresent(address -> header.put("deviceIP", address));
        return header;
    }

    private Properties state() {
        return Properties.builder()
                .put("modified", true)
                .put("modifiedDate", now)
                .put("inProcess", true)
                .put("inProcessDate", now)
                .put("finished", true)
                .put("finishedDate", now)
                .put("processingTime", "PT0S")
                .put("userId", user.map(found -> found.text("id")).orElse(""))
                .build();
    }
}
