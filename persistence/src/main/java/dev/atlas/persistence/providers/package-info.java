@NullMarked
package dev.atlas.persistence.providers;

import org.jspecify.annotations.NullMarked;
