package ru.smartsbridge.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Problem;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.running.RunningNote;

/** Has the running bridge of this installation read its configuration once more. */
@Command(name = "reload")
final class ReloadCommand implements Callable<Integer> {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final Surroundings around;
    private final Supplier<Transports> transports;
    private final Locale language;

    @Mixin
    private ConfigurationOptions options;

    ReloadCommand(Surroundings around, Supplier<Transports> transports, Locale language) {
        this.around = around;
        this.transports = transports;
        this.language = language;
    }

    @Override
    public Integer call() throws InterruptedException {
        Locale spoken = language;
        try {
            Configuration configuration =
                    options.sources(around).load(transports.get(), language).configuration();
            spoken = configuration.language();
            Optional<RunningNote> running = RunningNote.in(configuration.state());
            if (running.isEmpty()) {
                around.err()
                        .println(CliTexts.text("reload.none", configuration.state())
                                .in(spoken));
                return ExitCode.USAGE;
            }
            return reload(running.get(), spoken);
        } catch (ConfigurationException unusable) {
            for (Problem problem : unusable.problems()) {
                around.err().println(problem.in(spoken));
            }
            return ExitCode.USAGE;
        } catch (IOException broken) {
            around.err().println(CliTexts.text("reload.broken", broken).in(spoken));
            return ExitCode.NOT_STARTED;
        }
    }

    private int reload(RunningNote note, Locale spoken) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(note.origin() + "/admin/reload"))
                .header(RunningNote.HEADER, note.token())
                .header("Accept-Language", spoken.getLanguage().equals("ru") ? "ru" : "en")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Properties told = Json.parseObject(answer.body());
        if (answer.statusCode() != OK) {
            around.err()
                    .println(told.object("error")
                            .map(error -> error.text("message"))
                            .orElse("HTTP " + answer.statusCode()));
            return ExitCode.PROBLEM_FOUND;
        }
        for (Properties base : told.objects("changed")) {
            around.out()
                    .println(CliTexts.text("reload.changed", base.text("base"), base.text("from"), base.text("to"))
                            .in(spoken));
        }
        around.out()
                .println(CliTexts.text(
                                "reload.done",
                                told.objects("changed").size(),
                                told.texts("added").size(),
                                told.texts("removed").size())
                        .in(spoken));
        return ExitCode.OK;
    }
}
