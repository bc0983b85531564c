/** One open base: its store, its schema, its clock, and where each entity set lies. */
package ru.smartsbridge.sandbox.base;
