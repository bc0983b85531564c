/** On whose behalf something is asked. */
package ru.smartsbridge.api.call;
