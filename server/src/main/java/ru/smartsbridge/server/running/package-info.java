/** How a running server is found again by other commands of the same installation. */
package ru.smartsbridge.server.running;
