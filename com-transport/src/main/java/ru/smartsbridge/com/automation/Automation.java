package ru.smartsbridge.com.automation;

/** Makes objects of registered classes; used on an apartment's thread only. */
public interface Automation {
    /**
     * A new object of the class that is registered under {@code progId}, in this process.
     *
     * @throws ComFailure where it is not registered for this process's bitness, or may not be used
     */
    AutomationObject create(String progId);
}
