package ru.smartsbridge.com.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The lab's bases in the stand-in, asked by JACOB inside the Windows JVM. */
class BaseInWindowsIT {
    private abstract static class OfASeed extends InsideWindowsTests {
        abstract Path seed(Lab lab);

        @Override
        protected List<Class<?>> classes() {
            return List.of(BaseInWindows.class);
        }

        @Override
        protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
            StandInHome home = StandInHome.create(Files.createDirectory(folder.resolve("home")), seed(lab));
            return jvm.environment(home.environment())
                    .environment("BASE_ID", home.baseId())
                    .environment("SEED", WindowsJvm.path(seed(lab)));
        }
    }

    @Nested
    class Demo extends OfASeed {
        @Override
        Path seed(Lab lab) {
            return lab.seed();
        }
    }

    @Nested
    class Odd extends OfASeed {
        @Override
        Path seed(Lab lab) {
            return lab.oddSeed();
        }
    }
}
