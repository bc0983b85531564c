/** What people configure: from YAML, environment and command line to checked records, each error with its place. */
package ru.smartsbridge.server.config;
