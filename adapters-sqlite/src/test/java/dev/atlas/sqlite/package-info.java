@NullMarked
package dev.atlas.sqlite;

import org.jspecify.annotations.NullMarked;
