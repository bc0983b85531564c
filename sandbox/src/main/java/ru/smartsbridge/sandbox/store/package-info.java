/** Entities on disk or in memory, in order and by key, with snapshots that stand while others write. */
package ru.smartsbridge.sandbox.store;
