/** OData as a language: addresses and query options as clients write them, and the forms of answers. Knows no base and no HTTP server. */
package ru.smartsbridge.server.odata;
