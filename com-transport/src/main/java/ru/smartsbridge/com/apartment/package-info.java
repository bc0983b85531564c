/** The one thread that owns a base's component: its queue, time-outs and recycling; knows neither JACOB nor Mobile SMARTS. */
package ru.smartsbridge.com.apartment;
