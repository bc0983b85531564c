/** The command line: what is typed, what is answered, which exit code. */
package ru.smartsbridge.server.cli;
