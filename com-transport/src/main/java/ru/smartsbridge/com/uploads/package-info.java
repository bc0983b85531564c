/** Uploads: spooled on disk until their End, then handed to the component and counted. */
package ru.smartsbridge.com.uploads;
