/** Those who keep up with a store by its change feed. */
@NullMarked
package dev.atlas.domain.followers;

import org.jspecify.annotations.NullMarked;
