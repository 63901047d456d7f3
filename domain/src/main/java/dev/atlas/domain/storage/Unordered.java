package dev.atlas.domain.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The question promises no order and, where there are more than its limit, not which of them it answers: two stores that hold
 * the same may answer differently.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unordered {}
