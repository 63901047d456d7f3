@NullMarked
package dev.atlas.persistence.usage;

import org.jspecify.annotations.NullMarked;
