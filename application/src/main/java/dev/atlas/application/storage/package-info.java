/** Engines, and moving all data between them. */
@NullMarked
package dev.atlas.application.storage;

import org.jspecify.annotations.NullMarked;
