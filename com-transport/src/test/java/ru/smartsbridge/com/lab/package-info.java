/** The lab: a Windows JVM under Wine, the stand-in component's homes, and tests that run inside that JVM. */
package ru.smartsbridge.com.lab;
