/** What runs in a Windows JVM on a real component ({@code …InWindows}), and what of this package runs anywhere. */
package ru.smartsbridge.com.jacob;
