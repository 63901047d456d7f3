@NullMarked
package dev.atlas.platforms.teams;

import org.jspecify.annotations.NullMarked;
