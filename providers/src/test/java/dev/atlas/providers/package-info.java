@NullMarked
package dev.atlas.providers;

import org.jspecify.annotations.NullMarked;
