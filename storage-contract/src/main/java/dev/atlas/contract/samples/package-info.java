/** Valid aggregates of every port, with the values that are known to trip engines. */
@NullMarked
package dev.atlas.contract.samples;

import org.jspecify.annotations.NullMarked;
