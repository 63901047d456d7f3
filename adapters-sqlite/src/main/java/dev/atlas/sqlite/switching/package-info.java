@NullMarked
package dev.atlas.sqlite.switching;

import org.jspecify.annotations.NullMarked;
