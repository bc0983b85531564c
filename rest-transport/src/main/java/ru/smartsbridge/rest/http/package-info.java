/** One HTTP exchange at a time over Jetty's client: streaming both ways, every wait bounded, nothing known of OData. */
package ru.smartsbridge.rest.http;
