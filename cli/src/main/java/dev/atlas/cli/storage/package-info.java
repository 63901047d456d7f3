/** Moving data: {@code atlas storage}, {@code atlas export}, {@code atlas import atlas}. */
@NullMarked
package dev.atlas.cli.storage;

import org.jspecify.annotations.NullMarked;
