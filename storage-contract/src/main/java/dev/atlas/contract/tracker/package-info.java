/** Files as the EEG experiment tracker writes them, for tests of what is taken over from it. */
@NullMarked
package dev.atlas.contract.tracker;

import org.jspecify.annotations.NullMarked;
