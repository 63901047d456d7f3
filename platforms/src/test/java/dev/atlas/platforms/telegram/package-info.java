@NullMarked
package dev.atlas.platforms.telegram;

import org.jspecify.annotations.NullMarked;
