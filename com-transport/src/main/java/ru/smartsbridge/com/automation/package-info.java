/** The seam over IDispatch: objects, members, values and failures of late-bound COM, without the library that carries them out. */
package ru.smartsbridge.com.automation;
