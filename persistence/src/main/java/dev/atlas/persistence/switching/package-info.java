@NullMarked
package dev.atlas.persistence.switching;

import org.jspecify.annotations.NullMarked;
