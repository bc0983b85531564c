package ru.smartsbridge.server;

import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.ServerStart;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;

/** The program's entry. */
public final class SmartsBridge {
    private static final ServerStart SERVER = (configuration, transports) -> {
        throw new UnsupportedOperationException("the HTTP side is not wired yet");
    };

    private SmartsBridge() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // logback reads it when the first logger is made
        System.setProperty(
                "smarts-bridge.console.charset", Surroundings.consoleCharset().name());
        Surroundings around = Surroundings.ofProcess(SmartsBridge.class);
        System.exit(new CommandLineProgram(around, Transports::installed, SERVER).run(arguments));
    }
}
