@NullMarked
package dev.atlas.domain.tracking;

import org.jspecify.annotations.NullMarked;
