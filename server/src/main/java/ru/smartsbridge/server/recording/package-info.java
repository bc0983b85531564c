/** Keeps requests to a base with their answers in a folder, in a plain form and without secrets. */
package ru.smartsbridge.server.recording;
