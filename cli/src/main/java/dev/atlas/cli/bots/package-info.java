/** Who talks to Atlas through bots, for those who run the machine. */
@NullMarked
package dev.atlas.cli.bots;

import org.jspecify.annotations.NullMarked;
