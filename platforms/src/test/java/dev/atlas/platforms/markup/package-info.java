@NullMarked
package dev.atlas.platforms.markup;

import org.jspecify.annotations.NullMarked;
