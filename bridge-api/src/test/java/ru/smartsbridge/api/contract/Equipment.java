package ru.smartsbridge.api.contract;

/** What a base of its own may lack though the transport could serve it: then the tests that need it are left out. */
public enum Equipment {
    /** The product and version that it is an installation of. */
    VERSION,
    /** Devices that are known to it. */
    DEVICES
}
