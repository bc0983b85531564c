/** The vendor's StorageConnector: its members, the way to a base and through its login, what it can do, and why a call of it failed. */
package ru.smartsbridge.com.connector;
