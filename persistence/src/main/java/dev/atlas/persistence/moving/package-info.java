@NullMarked
package dev.atlas.persistence.moving;

import org.jspecify.annotations.NullMarked;
