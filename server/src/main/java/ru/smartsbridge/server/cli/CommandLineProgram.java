package ru.smartsbridge.server.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.server.config.Transports;

/** The whole program but for the process around it. */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private final Surroundings surroundings;
    private final Supplier<Transports> transports;
    private final Starts starts;

    /** Makes the program; {@code transports} are asked for only by a command that needs them. */
    public CommandLineProgram(Surroundings surroundings, Supplier<Transports> transports, Starts starts) {
        this.surroundings = surroundings;
        this.transports = transports;
        this.starts = starts;
    }

    /** Does what the arguments say. Returns the exit code; of {@code serve} when the server has stopped. */
    public int run(String... arguments) {
        Locale language = surroundings.language(arguments);
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new ServeCommand(surroundings, transports, starts, language))
                .addSubcommand(new CheckCommand(surroundings, transports, language))
                .addSubcommand(new ReloadCommand(surroundings, transports, language))
                .addSubcommand(new CompareCommand(surroundings, transports, starts.server(), language))
                .addSubcommand(new HashPasswordCommand(surroundings, language));
        Ansi ansi = surroundings.coloured() ? Ansi.ON : Ansi.OFF;
        line.setResourceBundle(ResourceBundle.getBundle(
                        "ru.smartsbridge.server.cli.usage",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((exception, given) -> misused(exception, language))
                .setExecutionExceptionHandler((exception, command, given) -> broken(exception, command, language));
        line.getCommandSpec().usageMessage().width(100);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().width(100));
        line.getCommandSpec().version("smarts-bridge " + surroundings.version());
        return line.execute(arguments);
    }

    /** Java's own writer over a stream takes the platform's charset, not the stream's. */
    private PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, surroundings.charset()), true);
    }

    private static int broken(Exception defect, CommandLine command, Locale language) {
        if (defect instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        LOG.error("{} failed", command.getCommandName(), defect);
        command.getErr().println(CliTexts.text("defect", defect).in(language));
        return ExitCode.NOT_STARTED;
    }

    private static int misused(ParameterException exception, Locale language) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        if (exception instanceof NoCommand) {
            command.usage(err, command.getColorScheme());
            return ExitCode.USAGE;
        }
        err.println(text(exception).in(language));
        err.println(CliTexts.text("usage.hint", command.getCommandSpec().qualifiedName())
                .in(language));
        return ExitCode.USAGE;
    }

    /** picocli's own words are English only. */
    private static Text text(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            // what stands behind the first = may be a secret
            return CliTexts.text(
                    "usage.unknown", unmatched.getUnmatched().get(0).replaceFirst("=.*", ""));
        }
        if (exception instanceof MissingParameterException missing) {
            return CliTexts.text(
                    "usage.missing",
                    missing.getMissing().stream().map(CommandLineProgram::name).collect(Collectors.joining(", ")));
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return CliTexts.text("usage.twice", name(twice.getOverwritten()));
        }
        return Text.verbatim(exception.getMessage());
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** No command was given. */
    private static final class NoCommand extends ParameterException {
        private static final long serialVersionUID = 1L;

        NoCommand(CommandLine line) {
            super(line, "no command");
        }
    }

    /** The program without a command. */
    @CommandLine.Command(name = "smarts-bridge")
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = CommandLine.ScopeType.INHERIT,
                descriptionKey = "option.help")
        private boolean help;

        @CommandLine.Option(
                names = {"-V", "--version"},
                versionHelp = true,
                descriptionKey = "option.version")
        private boolean version;

        @Override
        public void run() {
            throw new NoCommand(spec.commandLine());
        }
    }
}
