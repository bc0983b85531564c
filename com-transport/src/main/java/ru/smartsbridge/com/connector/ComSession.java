package ru.smartsbridge.com.connector;

import java.util.Optional;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.schema.ComponentSchema;

/** A connector that has its base selected, with what is known of that base; lives on the apartment's thread. */
public interface ComSession extends Session {
    Automation automation();

    /** The connector; another object after {@link #renew}. */
    StorageConnector connector();

    /** What the base said of itself when it was last asked. */
    ComponentSchema schema();

    /** Asks the base anew. */
    ComponentSchema readSchema();

    /** The base's product and versions, as far as the component tells them; asked together with the schema. */
    @Override
    BaseInfo baseInfo();

    /** The same, asked anew. */
    BaseInfo readBaseInfo();

    /** Whether there is a folder for {@link #newExchangeFile}. */
    boolean hasExchange();

    EntityMapping mapping();

    Ways ways();

    /** Whether objects of a class cross as XML: its self-test says so, and the owner's field names can stand there. */
    default boolean isXml(ComponentClass type, FieldOwner owner) {
        return ways().of(type) == Way.XML && mapping().standsInXml(type, owner);
    }

    /**
     * A file in the exchange folder, named as this process and as the component know it; whoever asks removes it.
     *
     * @return empty where no folder was found that both can reach: then sets are read in pages
     */
    Optional<ExchangeFile> newExchangeFile(String purpose);

    /** Puts a new connector in place of the present one: the one that uploaded goes on showing the old products [run]. */
    void renew();

    @Override
    void close();
}
