package ru.smartsbridge.server.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;

/** The program with {@link FaultyComponent} in the place of COM. */
public final class FaultyProgram {
    private FaultyProgram() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty(Program.MAIN, FaultyProgram.class.getName());
        Surroundings around = Surroundings.ofProcess(FaultyProgram.class);
        Starts starts = new Starts(HttpServer::start, HttpServer::startWorker);
        System.exit(new CommandLineProgram(around, FaultyProgram::transports, starts).run(arguments));
    }

    static Transports transports() {
        List<TransportProvider> providers = new ArrayList<>();
        for (TransportProvider provider : ServiceLoader.load(TransportProvider.class)) {
            if (!provider.kind().equals("com")) {
                providers.add(provider);
            }
        }
        providers.add(new FaultyComponent());
        return new Transports(providers);
    }
}
