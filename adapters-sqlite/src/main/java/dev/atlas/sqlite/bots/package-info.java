@NullMarked
package dev.atlas.sqlite.bots;

import org.jspecify.annotations.NullMarked;
