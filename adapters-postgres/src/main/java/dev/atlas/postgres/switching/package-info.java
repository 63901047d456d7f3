@NullMarked
package dev.atlas.postgres.switching;

import org.jspecify.annotations.NullMarked;
