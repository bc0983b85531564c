package ru.smartsbridge.com.connector;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * {@code BaseInfo} as REST shows it, from the selected AppInstance [asm]. A base without a description of its
 * application, or with one that the vendor did not sign (its {@code GetAppDescription} fails then [run]), has no {@code appDescription}; what cannot be read stays
 * absent.
 */
final class BaseInfoReading {
    private static final Logger LOG = LoggerFactory.getLogger(BaseInfoReading.class);

    private static final String[] OWN = {"id", "name", "folder", "appId", "appName", "comment"};
    private static final String[] TEXTS = {
        "appId", "appName", "configId", "appLink", "appSupportLink", "aboutLicLink", "appVersionsLink", "comment"
    };
    private static final String[] FLAGS = {
        "desktopReqPayment", "serverModeSupported", "onlineCallsSupported", "batchModeSupported"
    };
    /** Objects of .NET's Version: read by their ToString, which has .NET's ordinary IDispatch [asm]. */
    private static final String[] VERSIONS = {
        "appVersion",
        "clientVersion",
        "panelVersion",
        "mainServerVersion",
        "appServerVersion",
        "minPlatformVersion",
        "minPlatform35Version"
    };

    private static final Member GET_APP_DESCRIPTION = Member.of("GetAppDescription");
    private static final Member TO_STRING = Member.of("ToString");

    private BaseInfoReading() {}

    static BaseInfo of(StorageConnector connector) {
        try (AutomationObject app = connector.getCurrentApp()) {
            Properties.Builder info = Properties.builder();
            for (String name : OWN) {
                info.put(name, Value.text(text(app, name).orElse(null)));
            }
            description(app).ifPresent(description -> info.put("appDescription", description));
            return new BaseInfo(info.build());
        }
    }

    private static Optional<Properties> description(AutomationObject app) {
        return tried("GetAppDescription", () -> app.call(GET_APP_DESCRIPTION))
                .filter(AutomationObject.class::isInstance)
                .map(AutomationObject.class::cast)
                .map(description -> {
                    try (description) {
                        return described(description);
                    }
                });
    }

    /** What an AppDescription tells. */
    static Properties described(AutomationObject description) {
        Properties.Builder json = Properties.builder();
        for (String name : TEXTS) {
            text(description, name).ifPresent(text -> json.put(name, text));
        }
        for (String name : FLAGS) {
            value(description, name)
                    .filter(Boolean.class::isInstance)
                    .ifPresent(flag -> json.put(name, (boolean) flag));
        }
        for (String name : VERSIONS) {
            version(description, name).ifPresent(version -> json.put(name, version));
        }
        return json.build();
    }

    private static Optional<String> version(AutomationObject description, String name) {
        Optional<Object> value = value(description, name);
        if (value.isPresent() && value.get() instanceof AutomationObject object) {
            try (object) {
                return tried(name + ".ToString", () -> object.call(TO_STRING))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(BaseInfoReading::isVersion);
            }
        }
        return value.filter(String.class::isInstance).map(String.class::cast).filter(BaseInfoReading::isVersion);
    }

    /** Not the name of a class, which is what an unknown property answers [run]. */
    private static boolean isVersion(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    private static Optional<String> text(AutomationObject object, String name) {
        return value(object, name).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> value(AutomationObject object, String name) {
        return tried(name, () -> object.get(Member.of(Character.toUpperCase(name.charAt(0)) + name.substring(1))));
    }

    @FunctionalInterface
    private interface Asking {
        Object ask();
    }

    private static Optional<Object> tried(String what, Asking asking) {
        try {
            return Optional.ofNullable(asking.ask());
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.debug("The component does not tell {}", what, refused);
            return Optional.empty();
        }
    }
}
