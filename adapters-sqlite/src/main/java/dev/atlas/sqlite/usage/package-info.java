@NullMarked
package dev.atlas.sqlite.usage;

import org.jspecify.annotations.NullMarked;
