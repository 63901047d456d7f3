/** The ports in memory, as simply as they can be written: what an engine's answers are compared with. */
@NullMarked
package dev.atlas.contract.model;

import org.jspecify.annotations.NullMarked;
