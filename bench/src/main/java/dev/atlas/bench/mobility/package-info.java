/** Measures what moving between engines costs: see bench/README.md. */
@NullMarked
package dev.atlas.bench.mobility;

import org.jspecify.annotations.NullMarked;
