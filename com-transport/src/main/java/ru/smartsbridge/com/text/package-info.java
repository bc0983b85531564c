/** The transport's sentences in the reader's language. */
package ru.smartsbridge.com.text;
