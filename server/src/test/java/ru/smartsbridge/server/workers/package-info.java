/** Workers as their clients see them, with a component that fails on demand, in real processes. */
package ru.smartsbridge.server.workers;
