/** Entities to the component's objects and back, as its XML or property by property, from one table of its classes. */
package ru.smartsbridge.com.mapping;
