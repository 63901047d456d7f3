/** What the engines share: stored rows, their mapping to the domain, and every port implemented once over row repositories. */
@Configuration
@Requires(property = "atlas.engine")
@NullMarked
package dev.atlas.persistence;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
