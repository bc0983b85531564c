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

    /** {@code --set} on the command line. */
    record CommandLine(String key) implements Origin {
        @Override
        public Text text() {
            return ConfigTexts.text("origin.commandLine", key);
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
