/** Is this installation able to work, and if not, why and what to do. */
package ru.smartsbridge.server.check;
