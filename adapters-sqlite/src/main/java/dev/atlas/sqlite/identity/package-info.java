@NullMarked
package dev.atlas.sqlite.identity;

import org.jspecify.annotations.NullMarked;
