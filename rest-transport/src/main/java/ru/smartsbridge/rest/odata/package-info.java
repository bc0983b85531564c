/** Addresses and query options as Mobile SMARTS writes them. */
package ru.smartsbridge.rest.odata;
