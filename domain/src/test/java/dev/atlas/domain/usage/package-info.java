@NullMarked
package dev.atlas.domain.usage;

import org.jspecify.annotations.NullMarked;
