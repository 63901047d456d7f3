package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;

/** The password a user is given. */
public record PasswordInput(@Limits(min = 8, max = 1024) String newPassword) implements Input {

    /** Leaves it out. */
    @Override
    public String toString() {
        return "PasswordInput[]";
    }
}
