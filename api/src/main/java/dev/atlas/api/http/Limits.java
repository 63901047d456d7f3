package dev.atlas.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the domain accepts, told to readers of the OpenAPI document: code points of a text, the value of a number, the
 * items of a list. The domain is what refuses (422), never this; a test holds the two together.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Limits {

    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;

    /** A regular expression of ECMA 262 that texts match as a whole; empty for any text. */
    String pattern() default "";

    /** The only texts there are; empty for any text. */
    String[] words() default {};

    /** False if it is always there, so that a patch cannot clear it with null. */
    boolean clearable() default true;
}
