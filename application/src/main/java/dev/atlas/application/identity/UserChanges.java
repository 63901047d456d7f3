package dev.atlas.application.identity;

import dev.atlas.application.Change;

/** What is to become of a user; {@code role} names one that is there. */
public record UserChanges(Change<String> displayName, Change<String> email, Change<String> role) {}
