/** Asking the models of others, and setting up whose. */
@NullMarked
package dev.atlas.application.providers;

import org.jspecify.annotations.NullMarked;
