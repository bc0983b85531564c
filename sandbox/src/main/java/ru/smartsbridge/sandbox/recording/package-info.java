/** A base as it was recorded: REST answers in a folder, loaded as a stream and given back unchanged. */
package ru.smartsbridge.sandbox.recording;
