/** What every way to a Mobile SMARTS base has in common: the {@link ru.smartsbridge.api.Transport} and what it is asked with. */
package ru.smartsbridge.api;
