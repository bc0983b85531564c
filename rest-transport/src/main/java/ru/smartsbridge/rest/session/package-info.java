/** Who the bridge is to a server: nobody of its own, an account with each request, or a session with a token. */
package ru.smartsbridge.rest.session;
