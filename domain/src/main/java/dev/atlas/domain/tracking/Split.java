package dev.atlas.domain.tracking;

/** The part of the data somebody's recordings belong to. */
public enum Split {
    TRAIN,
    VAL,
    TEST
}
