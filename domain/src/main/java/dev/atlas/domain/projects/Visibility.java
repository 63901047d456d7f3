package dev.atlas.domain.projects;

/** Who may read a project besides its owner and members. */
public enum Visibility {
    /** Nobody; others cannot tell that it exists. */
    PRIVATE,
    /** Every signed-in user. */
    PUBLIC
}
