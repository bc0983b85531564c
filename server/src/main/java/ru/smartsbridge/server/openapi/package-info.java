/** A base's API described for people and programs: OpenAPI, made of what the base says of itself. */
package ru.smartsbridge.server.openapi;
