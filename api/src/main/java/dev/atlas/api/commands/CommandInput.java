package dev.atlas.api.commands;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;

/** What was typed. */
public record CommandInput(
        @Limits(pattern = "^\\/[^\\/\\s]+(\\s.*)?$") String command) implements Input {}
