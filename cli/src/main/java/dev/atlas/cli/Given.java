package dev.atlas.cli;

import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;

/**
 * What an option was given that may be a secret: the text itself, {@code env:NAME} for that of an environment variable, or
 * {@code -} for a line of standard input.
 *
 * @param option such as {@code --from}
 */
public record Given(String option, String text) {

    /** For descriptions of options, after what the option takes. */
    public static final String FORMS = ", env:NAME, or - for standard input";

    private static final String VARIABLE = "env:";
    private static final String INPUT = "-";

    /** True if everybody who lists the processes of this machine can read it. */
    public boolean literal() {
        return !text.startsWith(VARIABLE) && !text.equals(INPUT);
    }

    /** What is meant. Reads a line for {@code -}, so it is to be called once. */
    public String value(Session session) {
        if (text.startsWith(VARIABLE)) {
            String name = text.substring(VARIABLE.length());
            String value = session.environment().get(name);
            if (value == null || value.isBlank()) {
                throw new CannotOpen(option + " names the environment variable " + name + ", which is not set.");
            }
            return value;
        }
        return text.equals(INPUT) ? line(session) : text;
    }

    private String line(Session session) {
        try {
            String line = session.terminal().in().readLine();
            if (line != null && !line.isBlank()) {
                return line;
            }
        } catch (IOException e) {
            throw new CannotOpen(option + " is to be read from standard input, which cannot be read.", e);
        }
        throw new CannotOpen(option + " is to be read from standard input, which is empty.");
    }

    /** Says on standard error that a literal {@code secret} can be seen by others, and how to do better. */
    public void warn(Session session, String secret) {
        session.terminal()
                .err()
                .println("Warning: others on this machine can see the " + secret + " in " + option
                        + "; give env:NAME or - instead.");
    }

    /** Leaves the text out: it may be a password. */
    @Override
    public String toString() {
        return "Given[" + option + "]";
    }
}
