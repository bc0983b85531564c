/** Writing the same through both ways and reading it back: only into bases that nobody works with. */
package ru.smartsbridge.migration.rehearsal;
