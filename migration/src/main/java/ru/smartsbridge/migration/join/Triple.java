package ru.smartsbridge.migration.join;

import ru.smartsbridge.api.value.Properties;

/**
 * What the readings have under one key.
 *
 * @param key of the entity
 * @param control null where control has none, and so on
 * @param controlPlace its place in control's order, -1 where it has none
 * @param candidatePlace its place in the candidate's order, -1 where it has none
 */
public record Triple(
        String key,
        Properties control,
        Properties candidate,
        Properties again,
        long controlPlace,
        long candidatePlace) {}
