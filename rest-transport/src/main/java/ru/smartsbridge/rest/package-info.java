/** The client of a Mobile SMARTS server's REST API behind the one {@link ru.smartsbridge.api.Transport}. */
package ru.smartsbridge.rest;
