package dev.atlas.domain.projects;

/** What a member who does not own the project may do in it. */
public enum MemberRole {
    /** Read. */
    VIEWER,
    /** Read, and write what belongs to the project. */
    EDITOR
}
