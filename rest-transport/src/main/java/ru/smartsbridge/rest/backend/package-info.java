/** Requests to one server as they should end: authorised, redirected within bounds, refusals turned into errors. */
package ru.smartsbridge.rest.backend;
