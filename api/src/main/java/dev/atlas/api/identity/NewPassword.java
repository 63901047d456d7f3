package dev.atlas.api.identity;

import dev.atlas.api.http.Input;

/** The password a user is given. */
public record NewPassword(String newPassword) implements Input {

    /** Leaves it out. */
    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
