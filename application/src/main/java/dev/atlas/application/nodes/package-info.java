@NullMarked
package dev.atlas.application.nodes;

import org.jspecify.annotations.NullMarked;
