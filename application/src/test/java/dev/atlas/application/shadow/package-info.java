@NullMarked
package dev.atlas.application.shadow;

import org.jspecify.annotations.NullMarked;
