@NullMarked
package dev.atlas.postgres;

import org.jspecify.annotations.NullMarked;
