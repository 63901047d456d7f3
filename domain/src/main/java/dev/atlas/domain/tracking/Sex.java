package dev.atlas.domain.tracking;

/** As recorded by the study: F or M. */
public enum Sex {
    F,
    M
}
