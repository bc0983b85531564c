package ru.smartsbridge.server.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.version.ComSupport;
import ru.smartsbridge.api.version.VersionRule;

/** What a process that serves a base has said of it, as findings. */
final class BaseFindings {
    private static final String COM = "com";

    private final String subject;
    private final String kind;
    private final List<Finding> found = new ArrayList<>();

    /** @param kind of the transport: {@code com}, {@code rest}, {@code sandbox} */
    BaseFindings(String subject, String kind) {
        this.subject = subject;
        this.kind = kind;
    }

    /** Of a state as a worker or {@code /admin/check} tells it, in the language in which it was asked. */
    List<Finding> of(Properties state) {
        for (Properties remark : state.objects("remarks")) {
            boolean concern = remark.flag("concern");
            found.add(new Finding(
                    concern ? Finding.Mark.WARN : Finding.Mark.OK,
                    subject,
                    told(remark.text("text")),
                    Optional.empty(),
                    Optional.empty()));
        }
        if (state.flag("ready") && category(state) == Category.UNAUTHENTICATED) {
            found.add(asks(subject).took(took(state)));
        } else if (state.has("product") || state.flag("ready")) {
            String product = state.text("product");
            String version = state.text("version");
            Finding answer = Finding.ok(
                    subject,
                    CheckTexts.text("base.answers", product == null ? "?" : product, version == null ? "?" : version));
            found.add(state.has("milliseconds") ? answer.took(took(state)) : answer);
            found.add(support(subject, kind, VersionRule.com(product, version)));
        }
        if (!state.flag("ready")) {
            String reason = state.text("reason");
            found.add(new Finding(
                    Finding.Mark.FAIL,
                    subject,
                    told(reason == null ? "?" : reason),
                    state.has("milliseconds") ? Optional.of(took(state)) : Optional.empty(),
                    Optional.of(advice(category(state), kind))));
        }
        return found;
    }

    private static Duration took(Properties state) {
        return Duration.ofMillis(state.decimal("milliseconds").longValue());
    }

    private static Words told(String text) {
        return locale -> text;
    }

    private static Category category(Properties state) {
        String name = state.text("category");
        try {
            return name == null ? Category.INTERNAL : Category.valueOf(name);
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Category.INTERNAL;
        }
    }

    /** What the version rule says: a verdict on a base that is served by COM, for information on any other. */
    static Finding support(String subject, String kind, ComSupport com) {
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
        return kind.equals(COM)
                ? new Finding(mark, subject, verdict, Optional.empty(), Optional.empty())
                : Finding.ok(subject, locale -> CheckTexts.text("base.com").in(locale) + verdict.in(locale));
    }

    /** A base that tells the bridge nothing, since it wants to know of each client who he is. */
    static Finding asks(String subject) {
        return Finding.ok(subject, CheckTexts.text("base.asks"));
    }

    /** What to do about a base that does not answer. */
    static Words advice(Category category, String kind) {
        boolean com = kind.equals(COM);
        return CheckTexts.text(
                switch (category) {
                    case UNREACHABLE -> com ? "advice.unreachable.com" : "advice.unreachable";
                    case TIMED_OUT -> "advice.timedOut";
                    case UNAUTHENTICATED, FORBIDDEN -> "advice.account";
                    case NOT_FOUND -> com ? "advice.notFound.com" : "advice.notFound";
                    default -> "advice.other";
                });
    }
}
