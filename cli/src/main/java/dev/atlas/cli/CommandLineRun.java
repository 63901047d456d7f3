package dev.atlas.cli;

import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

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
            SettingNames.check(environment);
            LogSettings.check(environment);
        } catch (CannotOpen e) {
            return say(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        Session session = new Session(terminal, environment);
        return arguments.length == 1 && arguments[0].equals("serve") ? serve(session) : parsed(session, arguments);
    }

    /** The command that most starts are for; without options, and to look for some takes a tenth of a start. */
    private int serve(Session session) {
        try {
            return new ServeCommand(session).call();
        } catch (Exception e) {
            return explain(field -> field, e);
        }
    }

    private int parsed(Session session, String... arguments) {
        return AtlasCommand.with(new CommandFactory(session), arguments)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(session.ansi()))
                .setExecutionExceptionHandler(
                        (error, command, parsed) -> explain(field -> given(command.getCommandSpec(), field), error))
                .execute(arguments);
    }

    private int explain(UnaryOperator<String> given, Exception error) {
        return switch (error) {
            case CannotOpen cannot -> say(ExitCode.USAGE, String.valueOf(cannot.getMessage()));
            case CannotRead cannot -> say(ExitCode.USAGE, String.valueOf(cannot.getMessage()));
            case InvalidValue invalid ->
                say(ExitCode.USAGE, given.apply(invalid.field()) + ": " + invalid.getMessage() + ".");
            case Refusal refusal -> say(ExitCode.REFUSED, String.valueOf(refusal.getMessage()));
            case StorageException.Unavailable away
            when away.getCause() instanceof CannotOpen cannot ->
                say(ExitCode.USAGE, String.valueOf(cannot.getMessage()));
            case StorageException.Unavailable unavailable -> {
                LOG.debug("Storage is unavailable", unavailable);
                yield say(
                        ExitCode.USAGE,
                        "The storage cannot be used now (%s): check its server or its disk, then repeat."
                                .formatted(unavailable.getMessage()));
            }
            case StorageException.Full full ->
                say(
                        ExitCode.USAGE,
                        "The storage has no space left (%s): make room, then repeat.".formatted(full.getMessage()));
            case StorageException.UnknownOutcome unknown -> {
                LOG.debug("The outcome of a write is unknown", unknown);
                yield say(ExitCode.USAGE, "The storage did not say whether it wrote: look with atlas, then repeat.");
            }
            case FileSystemException file ->
                say(ExitCode.USAGE, file.getFile() + " cannot be read or written: check the path and its rights.");
            case IOException io -> {
                LOG.debug("Reading or writing a file failed", io);
                yield say(ExitCode.USAGE, "A file cannot be read or written: check that its disk is not full.");
            }
            case CompletionException later when later.getCause() instanceof Exception cause -> explain(given, cause);
            case UncheckedIOException wrapped -> explain(given, Objects.requireNonNull(wrapped.getCause()));
            case InvalidPathException path ->
                say(
                        ExitCode.USAGE,
                        "The path " + path.getInput()
                                + " cannot be used here: set LC_ALL to a UTF-8 locale such as C.UTF-8.");
            case DamagedRecord damaged ->
                say(ExitCode.USAGE, damaged.getMessage() + " Correct it by hand, or restore a backup.");
            default -> {
                LOG.error("The command failed", error);
                yield say(ExitCode.USAGE, "Something went wrong in Atlas; the log has the details.");
            }
        };
    }

    /** What was given a value of this field: an option, or what stands for an argument in the help; else the field. */
    private static String given(CommandSpec command, String field) {
        String option = "--" + field.replace('_', '-');
        return command.optionsMap().containsKey(option)
                ? option
                : command.positionalParameters().stream()
                        .map(PositionalParamSpec::paramLabel)
                        .filter(label -> label.equalsIgnoreCase(field))
                        .findFirst()
                        .orElse(field);
    }

    private int say(int code, String sentence) {
        terminal.err().println(sentence);
        return code;
    }
}
