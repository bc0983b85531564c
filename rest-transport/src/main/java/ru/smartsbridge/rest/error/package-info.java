/** What goes wrong between the bridge and a server, in categories and in words. */
package ru.smartsbridge.rest.error;
