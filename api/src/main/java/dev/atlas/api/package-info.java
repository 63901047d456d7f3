@NullMarked
package dev.atlas.api;

import org.jspecify.annotations.NullMarked;
