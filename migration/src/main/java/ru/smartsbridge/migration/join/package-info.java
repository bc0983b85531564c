/** Brings the entities of up to three readings together by key, whatever order they come in and however many they are. */
package ru.smartsbridge.migration.join;
