package ru.smartsbridge.api.call;

/**
 * On whose behalf and under which id something is asked.
 *
 * @param requestId the id of the request that led to it, for logs and for the backend's log
 * @param watch over the request that led to it
 */
public record Call(String requestId, Caller caller, Watch watch) {
    /** One that nobody watches over. */
    public Call(String requestId, Caller caller) {
        this(requestId, caller, Watch.NONE);
    }
}
