/** Carries automation out through JACOB and JNA: the only package that may import them. */
package ru.smartsbridge.com.jacob;
