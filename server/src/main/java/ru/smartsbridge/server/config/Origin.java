package ru.smartsbridge.server.config;

import java.nio.file.Path;
import ru.smartsbridge.api.error.Text;

/** Where a value of the configuration was set. */
public sealed interface Origin {
    /** A place in the configuration file, both numbers from 1. */
    record InFile(Path file, int line, int column) implements Origin {
        @Override
        public Text text() {
            return Text.verbatim(file + ":" + line + ":" + column);
        }
    }

    /** An environment variable. */
    record Variable(String name) implements Origin {
        @Override
        public Text text() {
            return ConfigTexts.text("origin.variable", name);
        }
    }

    /** An option of the command line: {@code --set listen}. */
    record CommandLine(String option) implements Origin {
        @Override
        public Text text() {
            return Text.verbatim(option);
        }
    }

    /** Nobody set it. */
    record Default() implements Origin {
        @Override
        public Text text() {
            return ConfigTexts.text("origin.default");
        }
    }

    /** For people: {@code bridge.yaml:3:7}. */
    Text text();
}
