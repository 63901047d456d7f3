@NullMarked
package dev.atlas.application.providers;

import org.jspecify.annotations.NullMarked;
