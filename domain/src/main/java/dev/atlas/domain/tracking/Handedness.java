package dev.atlas.domain.tracking;

/** The hand somebody writes with: right or left. */
public enum Handedness {
    R,
    L
}
