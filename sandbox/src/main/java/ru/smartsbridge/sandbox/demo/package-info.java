/** The demo base: a believable «Склад 15», made of a seed, the same at each start. */
package ru.smartsbridge.sandbox.demo;
