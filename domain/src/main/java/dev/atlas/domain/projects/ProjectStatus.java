package dev.atlas.domain.projects;

/** Whether a project is worked on. */
public enum ProjectStatus {
    /** In use. */
    ACTIVE,
    /** Hidden from default lists; refuses every write but restoring and deleting. */
    ARCHIVED
}
