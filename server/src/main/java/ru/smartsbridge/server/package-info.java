/** The bridge as a program. */
package ru.smartsbridge.server;
