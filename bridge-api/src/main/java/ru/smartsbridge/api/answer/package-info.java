/** Answers queries over whatever entities a transport can go through: filtered, paged, expanded and projected as they are taken. */
package ru.smartsbridge.api.answer;
