/** What the COM transport costs beside a loop of COM calls, on one component in one run; runs in a Windows JVM. */
package ru.smartsbridge.bench.component;
