/** Who may ask what: accounts of the bridge's own with hashed passwords, sessions with tokens, rights. */
package ru.smartsbridge.server.access;
