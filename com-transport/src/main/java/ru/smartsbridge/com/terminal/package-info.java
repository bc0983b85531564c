/** The vendor's TerminalConnector: the table of its members, a session with it, and what it can be told of a base. */
package ru.smartsbridge.com.terminal;
