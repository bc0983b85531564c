/** Requests and answers, kept and asked once more. */
package ru.smartsbridge.server.recording;
