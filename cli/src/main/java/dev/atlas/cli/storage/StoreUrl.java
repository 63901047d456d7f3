package dev.atlas.cli.storage;

import dev.atlas.cli.Session;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A store named by an option: by its URL, by {@code env:NAME} for the URL in an environment variable, or by {@code -} for
 * the URL on a line of standard input.
 */
record StoreUrl(String option, String given) {

    static final String FORMS = "its URL, env:NAME, or - for standard input";

    private static final Pattern PASSWORD = Pattern.compile("[a-z+]+://[^/@]*:[^/@]+@.*");
    private static final String VARIABLE = "env:";

    Storage open(Session session) {
        if (PASSWORD.matcher(given).matches()) {
            session.terminal()
                    .err()
                    .println("Warning: others on this machine can see the password in " + option
                            + "; give env:NAME or - instead.");
        }
        return session.engines().open(option, url(session), session.environment());
    }

    private String url(Session session) {
        if (given.startsWith(VARIABLE)) {
            String name = given.substring(VARIABLE.length());
            String url = session.environment().get(name);
            if (url == null || url.isBlank()) {
                throw new CannotOpen(option + " names the environment variable " + name + ", which is not set.");
            }
            return url.strip();
        }
        return given.equals("-") ? line(session) : given;
    }

    private String line(Session session) {
        try {
            String url = session.terminal().in().readLine();
            if (url != null && !url.isBlank()) {
                return url.strip();
            }
        } catch (IOException e) {
            throw new CannotOpen("Standard input, where " + option + " is to be read, cannot be read.", e);
        }
        throw new CannotOpen(option + " is to be read from standard input, which is empty.");
    }
}
