package ru.smartsbridge.com.uploads;

import java.util.List;
import java.util.function.Consumer;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.text.ComTexts;

/** Makes the component's collections, one for each batch: of XML where the session's self-test allows it. */
record Batches(ComSession session, ComponentClass type, FieldOwner owner) {
    private static final Member COUNT = Member.of("Count");

    /** Makes one of a batch, has it uploaded and lets go of it. */
    void upload(List<Properties> batch, Consumer<AutomationObject> upload) {
        try (AutomationObject collection = collection(batch)) {
            upload.accept(collection);
        }
    }

    /** All of a batch as one object; what the component's XML loses on the way is noticed here. */
    private AutomationObject collection(List<Properties> batch) {
        if (!session.isXml(type, owner)) {
            return session.mapping().build(type, owner, batch, session.automation());
        }
        AutomationObject made = session.connector().fromXml(session.mapping().collectionXml(type, owner, batch));
        boolean complete = false;
        try {
            int count = made.number(COUNT);
            if (count != batch.size()) {
                throw ComTexts.error(Category.BACKEND_FAILED, "upload.batch.incomplete", batch.size(), count);
            }
            complete = true;
            return made;
        } finally {
            if (!complete) {
                made.close();
            }
        }
    }
}
