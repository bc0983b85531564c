/** Bases that go another way while the bridge runs. */
package ru.smartsbridge.server.reload;
