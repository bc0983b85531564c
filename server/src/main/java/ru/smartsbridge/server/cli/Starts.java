package ru.smartsbridge.server.cli;

/** The servers that this program can be. */
public record Starts(ServerStart server, WorkerStart worker) {}
