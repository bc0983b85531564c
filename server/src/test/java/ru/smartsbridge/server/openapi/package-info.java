/** Tests of the description by OpenAPI. */
package ru.smartsbridge.server.openapi;
