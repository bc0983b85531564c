package ru.smartsbridge.server.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.running.RunningNote;

/** The bridge of this installation that runs, which is asked since its JVM, its account and its registration are what counts. */
record RunningBridge(RunningNote note) {
    private static final Logger LOG = LoggerFactory.getLogger(RunningBridge.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** The one whose state folder is this configuration's; empty where none runs. */
    static Optional<RunningBridge> of(Configuration configuration) {
        return RunningNote.in(configuration.state()).map(RunningBridge::new);
    }

    /** What it says of its bases; empty where it says nothing, which is told in the log. */
    Optional<List<Finding>> look(Locale language) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(note.origin() + "/admin/check"))
                .header(RunningNote.HEADER, note.token())
                .header("Accept-Language", language.getLanguage().equals("ru") ? "ru" : "en")
                .timeout(InstallationCheck.BOUND.multipliedBy(2))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                LOG.warn("{} answers {} to a check", note, answer.statusCode());
                return Optional.empty();
            }
            return Optional.of(findings(Json.parseObject(answer.body())));
        } catch (IOException e) {
            LOG.warn("{} does not answer a check: {}", note, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<Finding> findings(Properties answer) {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.ok("bridge", CheckTexts.text("running", answer.decimal("pid"), answer.text("account"))));
        for (Properties base : answer.objects("bases")) {
            String subject = "base " + base.text("name");
            boolean any = false;
            for (Properties way : base.objects("ways")) {
                String kind = way.text("way");
                boolean serves = way.flag("serves");
                any |= serves;
                found.add(Finding.ok(
                        subject,
                        serves
                                ? CheckTexts.text("running.way", kind, base.text("why"))
                                : CheckTexts.text("running.way.other", kind)));
                found.addAll(new BaseFindings(subject, kind).of(way));
            }
            if (!any) {
                found.add(new Finding(
                        Finding.Mark.FAIL, subject, locale -> base.text("why"), Optional.empty(), Optional.empty()));
            }
        }
        return found;
    }
}
