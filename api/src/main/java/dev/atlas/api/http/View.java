package dev.atlas.api.http;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record that is an answer or a part of one: members in snake_case, absent ones left out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public @interface View {}
