@NullMarked
package dev.atlas.bench;

import org.jspecify.annotations.NullMarked;
