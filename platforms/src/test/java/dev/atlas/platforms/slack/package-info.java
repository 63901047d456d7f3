@NullMarked
package dev.atlas.platforms.slack;

import org.jspecify.annotations.NullMarked;
