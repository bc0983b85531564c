/** Uploads from Begin to End: what they fill, how, and in which portions. */
package ru.smartsbridge.api.upload;
