package ru.smartsbridge.server;

import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;

/** The program's entry. */
public final class SmartsBridge {
    private SmartsBridge() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // logback reads it when the first logger is made
        System.setProperty(
                "smarts-bridge.console.charset", Surroundings.consoleCharset().name());
        Surroundings around = Surroundings.ofProcess(SmartsBridge.class);
        System.exit(new CommandLineProgram(
                        around, Transports::installed, new Starts(HttpServer::start, HttpServer::startWorker))
                .run(arguments));
    }
}
