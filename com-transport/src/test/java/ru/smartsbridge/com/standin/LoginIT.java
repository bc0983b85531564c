package ru.smartsbridge.com.standin;

import java.nio.file.Files;
import java.util.List;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.OnTheStandIn;
import ru.smartsbridge.com.lab.StandInHome;

/** A base with accounts, and bases of other versions beside it. */
class LoginIT extends OnTheStandIn {
    @Override
    protected List<Class<?>> classes() {
        return List.of(LoginInWindows.class);
    }

    @Override
    protected void furnish(StandInHome home, Lab lab) throws Exception {
        home.account("other", "x", "y");
        home.account(LoginInWindows.LOGIN, LoginInWindows.PASSWORD, LoginInWindows.TOKEN);
        described(home, lab, LoginInWindows.NEW_VERSION, "appName=Склад 15\nappVersion=1.3.1\n");
        described(home, lab, LoginInWindows.NO_VERSION, "appName=Склад 15\nappVersion=после второй\n");
        described(home, lab, LoginInWindows.OTHER_PRODUCT, "appName=Учёт\nappVersion=1.3.1\n");
    }

    private static void described(StandInHome home, Lab lab, String id, String app) throws Exception {
        home.addBase(id, lab.seed());
        Files.writeString(home.folder().resolve("bases").resolve(id).resolve("app.txt"), app);
    }
}
