package dev.atlas.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route does, for readers of the code and of the OpenAPI document alike. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** Its name: unique, camel case, a verb first. Generated clients call it so; it never changes. */
    String id();

    /** One sentence. */
    String summary();

    /** How it answers when all is well. */
    Outcome outcome();

    /** True if it is refused with 429 after too many attempts. */
    boolean throttled() default false;

    /** What the data of each server-sent event is, where that is not the answer itself. */
    Class<?> event() default void.class;

    /** How one kind of these events is called; empty if they have no names. */
    String eventName() default "";
}
