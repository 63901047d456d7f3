/** All of Atlas in one PostgreSQL database. */
@Configuration
@Requires(property = "atlas.engine", value = "postgres")
@NullMarked
package dev.atlas.postgres;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
