@NullMarked
package dev.atlas.persistence.nodes;

import org.jspecify.annotations.NullMarked;
