/** The HTTP server: what stands in front of every request, the fork between forwarding and typed calls, and errors in the API's own form. */
package ru.smartsbridge.server.http;
