package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorePlace;
import dev.atlas.cli.Given;
import dev.atlas.cli.Session;
import java.util.regex.Pattern;

/** A store named by an option. */
record StoreUrl(Given given) {

    static final String FORMS = "its URL" + Given.FORMS;

    private static final Pattern PASSWORD = Pattern.compile("[a-z+]+://([^/@]*:[^/]+@.*|.*[?&]password=.+)");

    StoreUrl(String option, String text) {
        this(new Given(option, text));
    }

    /** Where it is. Warns of a password that others can see. */
    StorePlace place(Session session) {
        if (given.literal() && PASSWORD.matcher(given.text()).matches()) {
            given.warn(session, "password");
        }
        return session.engines().at(given.option(), given.value(session).strip(), session.environment());
    }
}
