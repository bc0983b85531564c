/** A Mobile SMARTS base behind the vendor's StorageConnector as a transport. */
package ru.smartsbridge.com;
