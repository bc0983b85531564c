package ru.smartsbridge.server.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import ru.smartsbridge.com.lab.Lab;
import ru.smartsbridge.com.lab.StandInHome;
import ru.smartsbridge.com.lab.WindowsJvm;

/** On the stand-in, which is told to take its time. */
class KilledInItsEndIT extends KilledInItsEnd {
    private StandInHome home;

    @Override
    ComBase base(Path folder) throws Exception {
        Lab lab = Lab.forTests();
        home = StandInHome.create(Files.createDirectories(folder.resolve("home")), lab.seed());
        Path exchange = Files.createDirectories(folder.resolve("exchange"));
        return new ComBase(lab, home.environment(), home.baseId(), home.logs(), WindowsJvm.path(exchange));
    }

    @Override
    int products() {
        return 3_000;
    }

    @Override
    void slowDown() {
        home.order("StorageConnector.UploadProducts delay 10000");
    }

    @Override
    void speedUp() {
        home.order();
    }
}
