/** The transport contract on a COM component; its classes run inside a Windows JVM. */
package ru.smartsbridge.com.contract;
