package dev.atlas.api.http;

import io.micronaut.core.bind.annotation.Bindable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query parameter, named as the Java one in snake_case and read strictly as its type. It is required unless it is
 * {@code @Nullable} or has a {@link #standard()}.
 */
@Documented
@Bindable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Query {

    /** What it asks for, for readers of the OpenAPI document. */
    String value();

    /** What it is when it is not given; empty if it is absent then. */
    String standard() default "";

    /** The smallest number. */
    long min() default Long.MIN_VALUE;

    /** The greatest number. */
    long max() default Long.MAX_VALUE;
}
