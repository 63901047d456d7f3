/** Files as the predecessor writes them, for tests of what is taken over from it. */
@NullMarked
package dev.atlas.contract.legacy;

import org.jspecify.annotations.NullMarked;
