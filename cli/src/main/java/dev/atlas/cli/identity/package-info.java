/** Users and keys, for those who run the machine. */
@NullMarked
package dev.atlas.cli.identity;

import org.jspecify.annotations.NullMarked;
