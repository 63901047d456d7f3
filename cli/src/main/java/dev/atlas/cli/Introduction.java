package dev.atlas.cli;

import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.identity.Bootstrap.FirstAdministrator;
import java.io.PrintWriter;

/** Tells who may sign in to a new store. */
public record Introduction(FirstAdministrator administrator) {

    /** Shows a generated password, this once. */
    public void print(PrintWriter to) {
        String password = administrator.generatedPassword();
        if (password == null) {
            to.printf(
                    "The user %s was made, with the password of %s%n",
                    administrator.username(), Bootstrap.PASSWORD_SETTING);
        } else {
            to.printf(
                    "The user %s was made; this password is shown only now: %s%n", administrator.username(), password);
        }
    }
}
