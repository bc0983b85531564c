package ru.smartsbridge.server.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import ru.smartsbridge.api.version.ComSupport;
import ru.smartsbridge.api.version.VersionRule;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;

/** Asks one base who it is. */
final class BaseAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(BaseAnswer.class);
    private static final String COM = "com";

    private final BaseConfiguration base;
    private final Transports transports;
    private final boolean isDefault;

    BaseAnswer(BaseConfiguration base, Transports transports, boolean isDefault) {
        this.base = base;
        this.transports = transports;
        this.isDefault = isDefault;
    }

    static String subject(BaseConfiguration base) {
        return "base " + base.name();
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
                    Optional.of(advice(trouble.category()))));
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
            found.add(chosen(transport));
            Call call = new Call("check", Caller.BRIDGE);
            BaseInfo info = transport.baseInfo(call);
            found.addAll(answered(info, since(start)));
            transport.remarks(call).stream().map(this::remarked).forEach(found::add);
            transport.trouble().ifPresent(trouble -> found.add(troubled(trouble)));
        }
    }

    private Finding chosen(Transport transport) {
        String description = transport.description();
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
        return List.of(answer, support(VersionRule.com(product, version)));
    }

    /** What the version rule says: a verdict on a base that is served by COM, for information on any other. */
    private Finding support(ComSupport com) {
        Finding.Mark mark = Finding.Mark.WARN;
        Words verdict;
        if (com instanceof ComSupport.Refused refused) {
            verdict = refused.reason()::in; // and yet it answered: a migration test has asked for that
        } else if (com instanceof ComSupport.Doubtful doubtful) {
            verdict = doubtful.warning()::in;
        } else if (com instanceof ComSupport.Unread unread) {
            mark = Finding.Mark.FAIL;
            verdict = unread.warning()::in;
        } else {
            mark = Finding.Mark.OK;
            verdict = CheckTexts.text("base.com.supported");
        }
        return base.choice().kind().equals(COM)
                ? new Finding(mark, subject(base), verdict, Optional.empty(), Optional.empty())
                : Finding.ok(
                        subject(base), locale -> CheckTexts.text("base.com").in(locale) + verdict.in(locale));
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

    private Words advice(Category category) {
        boolean com = base.choice().kind().equals(COM);
        return CheckTexts.text(
                switch (category) {
                    case UNREACHABLE -> com ? "advice.unreachable.com" : "advice.unreachable";
                    case TIMED_OUT -> "advice.timedOut";
                    case UNAUTHENTICATED, FORBIDDEN -> "advice.account";
                    case NOT_FOUND -> com ? "advice.notFound.com" : "advice.notFound";
                    default -> "advice.other";
                });
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
