package dev.atlas.cli.identity;

import dev.atlas.cli.Given;
import dev.atlas.cli.Session;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A password for somebody.
 *
 * @param generated true if nobody knows it yet, so that it has to be shown
 */
record NewPassword(String text, boolean generated) {

    static final String DESCRIPTION = "The password" + Given.FORMS + ". Left out, one is generated and shown.";

    private static final int BYTES = 18;

    /** @param given by the option {@code --password}; null to have one generated */
    static NewPassword of(@Nullable String given, Session session) {
        if (given == null) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            return new NewPassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), true);
        }
        Given option = new Given("--password", given);
        if (option.literal()) {
            option.warn(session, "password");
        }
        return new NewPassword(option.value(session), false);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewPassword[generated=" + generated + "]";
    }
}
