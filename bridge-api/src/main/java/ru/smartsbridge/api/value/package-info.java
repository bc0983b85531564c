/** Values as a base gave them: JSON kept to the letter, in order, with its numbers as they were written. */
package ru.smartsbridge.api.value;
