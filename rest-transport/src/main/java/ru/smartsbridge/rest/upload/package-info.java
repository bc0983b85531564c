/** Uploads over REST: Begin, one streamed request for each portion, End. */
package ru.smartsbridge.rest.upload;
