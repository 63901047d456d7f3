/** All of Atlas in one SQLite file. */
@Configuration
@Requires(property = "atlas.engine", value = "sqlite")
@NullMarked
package dev.atlas.sqlite;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
