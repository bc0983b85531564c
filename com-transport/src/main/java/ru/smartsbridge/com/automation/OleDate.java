package ru.smartsbridge.com.automation;

/**
 * A VT_DATE as it crosses: days since 1899-12-30 00:00 local time, the fraction counting forward from midnight also
 * before that day. No zone is in it.
 */
public record OleDate(double days) {}
