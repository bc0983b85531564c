/** The transport contract over real sockets. */
package ru.smartsbridge.server.contract;
