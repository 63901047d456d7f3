package dev.atlas.cli;

/** The {@code atlas} command. Ends with an {@link ExitCode}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLineRun(Terminal.standard(), System.getenv()).run(arguments));
    }
}
