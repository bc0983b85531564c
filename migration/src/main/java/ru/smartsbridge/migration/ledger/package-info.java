/** Where every difference ends: let pass by a rule, counted apart as noise, or counted; without what is secret. */
package ru.smartsbridge.migration.ledger;
