package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.value.Properties;

/**
 * What waits for the End.
 *
 * @param key what the component knows it by: a later one of the same key takes its place
 * @param other what no two of an upload may share besides, since the component would lose one of them; null where
 *     there is no such thing
 */
record Spooled(String key, String other, Properties entity) {}
