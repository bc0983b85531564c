/** Folders on the disk as wholes. */
package ru.smartsbridge.server.files;
