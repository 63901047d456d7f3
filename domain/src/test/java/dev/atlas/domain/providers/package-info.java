@NullMarked
package dev.atlas.domain.providers;

import org.jspecify.annotations.NullMarked;
