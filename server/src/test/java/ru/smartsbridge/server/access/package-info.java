/** Tests of who may ask. */
package ru.smartsbridge.server.access;
