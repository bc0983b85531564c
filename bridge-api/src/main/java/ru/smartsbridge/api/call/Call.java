package ru.smartsbridge.api.call;

/**
 * On whose behalf and under which id something is asked.
 *
 * @param requestId the id of the request that led to it, for logs and for the backend's log
 */
public record Call(String requestId, Caller caller) {}
