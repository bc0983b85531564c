/** Tests of parts of the HTTP server by themselves. */
package ru.smartsbridge.server.http;
