/** What the server's forwarding and the REST transport need of Jetty's client alike, and Jetty does not bring. */
package ru.smartsbridge.jetty;
