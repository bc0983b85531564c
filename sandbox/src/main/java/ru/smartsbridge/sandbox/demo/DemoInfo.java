package ru.smartsbridge.sandbox.demo;

import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The singletons of the demo base. */
final class DemoInfo {
    private static final String APP_ID = "3b5b1c0e-1500-4c15-8f15-57a9d15c0de5";
    private static final String VERSION = "1.6.0.35";
    private static final String SERVER = "3.7.35.5012";

    private DemoInfo() {}

    static Properties baseInfo() {
        return Properties.builder()
                .put("id", DemoBase.ID)
                .put("name", "Склад 15 (демо)")
                .put("folder", "C:\\ProgramData\\Cleverence\\Databases\\Склад 15 (демо)")
                .put("appId", APP_ID)
                .put("appName", "Склад 15")
                .put("comment", "")
                .put("serverVersion", SERVER)
                .put("configurationVersion", VERSION)
                .put("connectionQRCode", Value.NULL)
                .put("allConnectionStrings", List.of())
                .put("appDescription", appDescription())
                .put("appInstanceSettings", settings())
                .build();
    }

    private static Properties appDescription() {
        return Properties.builder()
                .put("appId", APP_ID)
                .put("appName", "Склад 15")
                .put("desktopReqPayment", false)
                .put("configId", Value.NULL)
                .put("serverModeSupported", true)
                .put("onlineCallsSupported", true)
                .put("batchModeSupported", true)
                .put("appLink", Value.NULL)
                .put("appSupportLink", Value.NULL)
                .put("aboutLicLink", Value.NULL)
                .put("appVersionsLink", Value.NULL)
                .put("comment", "")
                .put("appVersion", VERSION)
                .put("clientVersion", SERVER)
                .put("panelVersion", SERVER)
                .put("mainServerVersion", SERVER)
                .put("appServerVersion", SERVER)
                .put("minPlatformVersion", SERVER)
                .put("minPlatform35Version", Value.NULL)
                .build();
    }

    private static Properties settings() {
        Properties noServer = Properties.builder()
                .put("enabled", false)
                .put("port", 0)
                .put("useHttps", false)
                .put("deviceAuth", false)
                .put("passwordAuth", false)
                .build();
        return Properties.builder()
                .put("mode", "Server")
                .put("hasServerAuth", false)
                .put(
                        "serverSettings",
                        Properties.builder()
                                .put("dataService", noServer.with("enabled", Value.flag(true)))
                                .put("printService", noServer)
                                .build())
                .put(
                        "connectionIdentifyingRules",
                        Properties.builder()
                                .put("byMachineName", false)
                                .put("byWindowsUserName", false)
                                .put("byIp", false)
                                .build())
                .build();
    }

    static Properties extendedFields() {
        return Properties.builder()
                .put("id", "")
                .put("underloaded", false)
                .put("overloaded", false)
                .put("underloadedOrOverloaded", false)
                .build();
    }
}
