/** Tests of the mapping, and a component in memory that they run the property way against. */
package ru.smartsbridge.com.mapping;
