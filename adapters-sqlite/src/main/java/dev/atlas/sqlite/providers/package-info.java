@NullMarked
package dev.atlas.sqlite.providers;

import org.jspecify.annotations.NullMarked;
