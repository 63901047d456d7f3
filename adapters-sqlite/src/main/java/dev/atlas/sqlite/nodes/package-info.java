@NullMarked
package dev.atlas.sqlite.nodes;

import org.jspecify.annotations.NullMarked;
