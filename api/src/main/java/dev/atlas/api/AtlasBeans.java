package dev.atlas.api;

import dev.atlas.application.Atlas;
import io.micronaut.context.annotation.Factory;

/** Hands the use cases to the controllers. */
@Factory
final class AtlasBeans {}
