@NullMarked
package dev.atlas.persistence.identity;

import org.jspecify.annotations.NullMarked;
