package ru.smartsbridge.server.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.version.VersionRule;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.SingleBase;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.workers.Worker;

/** Asks one base who it is. */
final class BaseAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(BaseAnswer.class);

    private final BaseConfiguration base;
    private final Transports transports;
    private final boolean isDefault;
    private final boolean showsCallers;

    /** @param showsCallers whether each caller is shown to it as himself, so that it need not know the bridge */
    BaseAnswer(BaseConfiguration base, Transports transports, boolean isDefault, boolean showsCallers) {
        this.base = base;
        this.transports = transports;
        this.isDefault = isDefault;
        this.showsCallers = showsCallers;
    }

    static String subject(BaseConfiguration base) {
        return "base " + base.name();
    }

    /** Has a process of its own ask, as serving would, and ends that. */
    List<Finding> lookInWorker(Configuration configuration, Locale language) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        try (CheckFolder folder = CheckFolder.temporary()) {
            transports.validate(base);
            Properties described = SingleBase.describe(configuration, base, folder.path());
            try (Worker worker = new Worker(described, base.java(), InstallationCheck.BOUND, false)) {
                worker.start();
                found.add(Finding.ok(subject(base), CheckTexts.text("base.worker", System.getProperty("user.name"))));
                worker.awaitFirst(InstallationCheck.BOUND); // what it says afterwards tells whether it serves
                Properties status = worker.check(language);
                found.add(chosen(status.text("description")));
                found.addAll(new BaseFindings(subject(base), base.choice().kind()).of(status));
            }
        } catch (ConfigurationException unusable) {
            found.addAll(Findings.of(unusable).list());
        } catch (BridgeException trouble) {
            found.add(new Finding(
                    Finding.Mark.FAIL,
                    subject(base),
                    trouble.text()::in,
                    Optional.empty(),
                    Optional.of(BaseFindings.advice(
                            trouble.category(), base.choice().kind()))));
        } catch (IOException noFolder) {
            found.add(Finding.fail(
                    subject(base),
                    CheckTexts.text("base.temporary", noFolder),
                    CheckTexts.text("base.temporary.advice")));
        }
        return found;
    }

    /** Opens the transport on a folder of its own, as a running bridge may hold the configured one, and asks. */
    List<Finding> look() {
        long start = System.nanoTime();
        List<Finding> found = new ArrayList<>();
        try {
            look(start, found);
        } catch (ConfigurationException unusable) {
            found.addAll(Findings.of(unusable).list());
        } catch (BridgeException trouble) {
            LOG.debug("base {} did not answer", base.name(), trouble);
            found.add(new Finding(
                    Finding.Mark.FAIL,
                    subject(base),
                    trouble.text()::in,
                    Optional.of(since(start)),
                    Optional.of(BaseFindings.advice(
                            trouble.category(), base.choice().kind()))));
        } catch (IOException noFolder) {
            found.add(Finding.fail(
                    subject(base),
                    CheckTexts.text("base.temporary", noFolder),
                    CheckTexts.text("base.temporary.advice")));
        } catch (RuntimeException defect) {
            LOG.error("checking base {}", base.name(), defect);
            found.add(Finding.fail(
                    subject(base), CheckTexts.text("base.defect", defect), CheckTexts.text("base.defect.advice")));
        }
        return found;
    }

    private void look(long start, List<Finding> found) throws ConfigurationException, IOException {
        try (CheckFolder folder = CheckFolder.temporary();
                Transport transport = transports.open(base, folder.path())) {
            found.add(chosen(transport.description()));
            transport.surroundings().stream().map(this::remarked).forEach(found::add);
            Call call = new Call("check", Caller.BRIDGE);
            BaseInfo info;
            try {
                info = transport.baseInfo(call);
            } catch (BridgeException e) {
                if (!showsCallers || e.category() != Category.UNAUTHENTICATED) {
                    throw e;
                }
                found.add(BaseFindings.asks(subject(base)).took(since(start)));
                return;
            }
            found.addAll(answered(info, since(start)));
            transport.remarks(call).stream().map(this::remarked).forEach(found::add);
            transport.trouble().ifPresent(trouble -> found.add(troubled(trouble)));
        }
    }

    private Finding chosen(String description) {
        return Finding.ok(
                subject(base),
                locale -> CheckTexts.text(isDefault ? "base.chosen.default" : "base.chosen", description)
                                .in(locale)
                        + " (" + base.choice().reason().in(locale) + ")");
    }

    private List<Finding> answered(BaseInfo info, Duration took) {
        String product = info.product();
        String version = info.version();
        Finding answer = Finding.ok(
                        subject(base),
                        CheckTexts.text(
                                "base.answers", product == null ? "?" : product, version == null ? "?" : version))
                .took(took);
        return List.of(
                answer, BaseFindings.support(subject(base), base.choice().kind(), VersionRule.com(product, version)));
    }

    private Finding remarked(Remark remark) {
        return new Finding(
                remark.concern() ? Finding.Mark.WARN : Finding.Mark.OK,
                subject(base),
                remark.text()::in,
                Optional.empty(),
                Optional.empty());
    }

    private Finding troubled(Text trouble) {
        return new Finding(Finding.Mark.FAIL, subject(base), trouble::in, Optional.empty(), Optional.empty());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
