/** What those who run Atlas ask it: whether it is well, and how it does. */
@NullMarked
package dev.atlas.api.operations;

import org.jspecify.annotations.NullMarked;
