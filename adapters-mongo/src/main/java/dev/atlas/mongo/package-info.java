/** All of Atlas in one database of a MongoDB replica set. */
@Configuration
@Requires(property = "atlas.engine", value = "mongo")
@NullMarked
package dev.atlas.mongo;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
