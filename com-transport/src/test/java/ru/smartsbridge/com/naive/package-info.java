/** The exchange as an integrator writes it, call by call through JACOB: what the transport is measured against. */
package ru.smartsbridge.com.naive;
