@NullMarked
package dev.atlas.postgres.nodes;

import org.jspecify.annotations.NullMarked;
