@NullMarked
package dev.atlas.application.tracking;

import org.jspecify.annotations.NullMarked;
