/** Who sees requests and answers pass without a client's noticing: what is seen, within bounds, and the door by which requests are made from inside. */
package ru.smartsbridge.server.watch;
