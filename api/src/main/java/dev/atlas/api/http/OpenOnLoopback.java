package dev.atlas.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The route is for whoever asks from this machine itself, signed in or not; for everybody else {@link Requires} holds. A
 * request that came through a proxy is not from this machine. Source: decision on the throttle and metrics.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenOnLoopback {}
