/** What every transport holds to: one suite of tests, which each transport's own tests inherit. */
package ru.smartsbridge.api.contract;
