package dev.atlas.cli;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.StorageException;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** One run of the command: finds the sub-command, and turns whatever goes wrong into a sentence and an {@link ExitCode}. */
public final class CommandLineRun {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineRun.class);

    private final Terminal terminal;
    private final Map<String, String> environment;

    public CommandLineRun(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    public int run(String... arguments) {
        try {
            LogSettings.check(environment);
        } catch (CannotOpen e) {
            return explain(e);
        }
        Session session = new Session(terminal, environment);
        return AtlasCommand.with(new CommandFactory(session), arguments)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.interactive() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((error, command, parsed) -> explain(error))
                .execute(arguments);
    }

    private int explain(Exception error) {
        return switch (error) {
            case CannotOpen cannot -> say(ExitCode.USAGE, String.valueOf(cannot.getMessage()));
            case CannotRead cannot -> say(ExitCode.USAGE, String.valueOf(cannot.getMessage()));
            case InvalidValue invalid -> say(ExitCode.USAGE, invalid.field() + " " + invalid.getMessage());
            case Refusal refusal -> say(ExitCode.REFUSED, String.valueOf(refusal.getMessage()));
            case StorageException.Unavailable unavailable -> {
                LOG.debug("Storage is unavailable", unavailable);
                yield say(ExitCode.USAGE, "The storage does not answer now: check that its server runs, then repeat.");
            }
            case StorageException.UnknownOutcome unknown -> {
                LOG.debug("The outcome of a write is unknown", unknown);
                yield say(ExitCode.USAGE, "The storage did not say whether it wrote: look with atlas, then repeat.");
            }
            case FileSystemException file ->
                say(ExitCode.USAGE, file.getFile() + " cannot be read or written: check the path and its rights.");
            default -> {
                LOG.error("The command failed", error);
                yield say(ExitCode.USAGE, "Something went wrong in Atlas; the log has the details.");
            }
        };
    }

    private int say(int code, String sentence) {
        terminal.err().println(sentence);
        return code;
    }
}
