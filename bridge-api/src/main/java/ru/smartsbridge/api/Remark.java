package ru.smartsbridge.api;

import ru.smartsbridge.api.error.Text;

/**
 * Something that people should know of how a base is reached.
 *
 * @param concern whether it costs them something that they could change; otherwise it is for information
 * @param text what it is, and for a concern what to do
 */
public record Remark(boolean concern, Text text) {}
