package ru.smartsbridge.com.connector;

import ru.smartsbridge.api.model.BaseInfo;

/** What an apartment keeps open for a base; lives on its thread. */
public interface Session extends AutoCloseable {
    /** The base's product and versions, as far as they were told when the session was opened or since. */
    BaseInfo baseInfo();

    @Override
    void close();
}
