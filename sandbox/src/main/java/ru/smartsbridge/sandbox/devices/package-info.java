/** Handheld terminals that are played. */
package ru.smartsbridge.sandbox.devices;
