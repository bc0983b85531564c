/** The API of Mobile SMARTS for one base on typed calls: what each address and method does. Knows no transport by name. */
package ru.smartsbridge.server.facade;
