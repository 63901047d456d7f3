@NullMarked
package dev.atlas.persistence.tracking;

import org.jspecify.annotations.NullMarked;
