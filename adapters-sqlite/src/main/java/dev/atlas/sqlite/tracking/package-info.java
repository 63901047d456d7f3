@NullMarked
package dev.atlas.sqlite.tracking;

import org.jspecify.annotations.NullMarked;
