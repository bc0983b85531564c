/** A base as a comparison sees it, and the one place that knows how a transport is asked. */
package ru.smartsbridge.migration.side;
