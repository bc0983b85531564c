/** Which certificates of a server are believed. */
package ru.smartsbridge.rest.trust;
