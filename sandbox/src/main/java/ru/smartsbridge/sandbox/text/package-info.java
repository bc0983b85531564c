/** What the sandbox says to people. */
package ru.smartsbridge.sandbox.text;
