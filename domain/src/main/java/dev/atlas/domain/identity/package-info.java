@NullMarked
package dev.atlas.domain.identity;

import org.jspecify.annotations.NullMarked;
