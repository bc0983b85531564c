/** What a read asks for, apart from how anybody writes it, and its evaluation over entities where a base cannot do that itself. */
package ru.smartsbridge.api.query;
