package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Tests whose ends are known, and a program whose output is: what the lab's own tests start inside the Windows JVM. */
final class WindowsSamples {
    private WindowsSamples() {}

    /** Prints what it was given, then waits to be ended; with a second argument it starts a child that waits too. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("os " + System.getProperty("os.name"));
        System.out.println("argument " + arguments[0]);
        System.out.println("property " + System.getProperty("sample"));
        System.out.println("variable " + System.getenv("SAMPLE"));
        if (arguments.length > 1) {
            String java = System.getProperty("java.home") + "\\bin\\java.exe";
            String path = System.getProperty("java.class.path");
            new ProcessBuilder(java, "-cp", path, WindowsSamples.class.getName(), "child")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        System.out.println("waits");
        new java.util.concurrent.CountDownLatch(1).await();
    }

    /** Ends with a status of its own. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) {
            System.out.println("last line");
            System.exit(Integer.parseInt(arguments[0]));
        }
    }

    /** One test of each end. */
    static final class Ends {
        @Test
        void passes() {
            assertThat(System.getProperty("os.name")).startsWith("Windows");
        }

        @Test
        void fails() {
            assertThat("Ёж \u001D").isEqualTo("ёж");
        }

        @Test
        void aborts() {
            assumeTrue(false, "не сегодня");
        }
    }
}
