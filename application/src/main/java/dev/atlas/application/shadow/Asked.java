package dev.atlas.application.shadow;

/** A question with the answer of the primary. */
record Asked(Question question, Answer answer) {}
