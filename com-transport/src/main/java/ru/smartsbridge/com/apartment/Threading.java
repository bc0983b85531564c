package ru.smartsbridge.com.apartment;

/** What an apartment's thread has to do before its first and after its last touch of what lives on it. */
public interface Threading {
    /** Called on the thread before anything else. */
    void enter();

    /** Called on the thread after everything else; what lived on it is gone then. */
    void leave();
}
