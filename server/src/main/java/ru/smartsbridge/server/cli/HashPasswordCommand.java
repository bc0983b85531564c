package ru.smartsbridge.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import ru.smartsbridge.server.access.PasswordHash;

/** Makes the hash of a password, for {@code users.NAME.password}. */
@Command(name = "hash-password")
final class HashPasswordCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Locale language;

    HashPasswordCommand(Surroundings around, Locale language) {
        this.around = around;
        this.language = language;
    }

    @Override
    public Integer call() throws IOException {
        char[] password = password();
        if (password.length == 0) {
            around.err().println(CliTexts.text("hash.empty").in(language));
            return ExitCode.USAGE;
        }
        around.out().println(PasswordHash.of(password).text());
        Arrays.fill(password, ' ');
        return ExitCode.OK;
    }

    /** Typed unseen where somebody sits before it, else the first line that comes in. */
    private char[] password() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s", CliTexts.text("hash.ask").in(language));
            return typed == null ? new char[0] : typed;
        }
        String line = new BufferedReader(new InputStreamReader(System.in, around.charset())).readLine();
        char[] password = line == null ? new char[0] : line.toCharArray();
        int length = password.length;
        boolean marked = length > 0 && password[0] == '\uFEFF'; // PowerShell puts it there
        return marked ? Arrays.copyOfRange(password, 1, length) : password;
    }
}
