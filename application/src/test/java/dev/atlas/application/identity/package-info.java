@NullMarked
package dev.atlas.application.identity;

import org.jspecify.annotations.NullMarked;
