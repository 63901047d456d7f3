@NullMarked
package dev.atlas.cli;

import org.jspecify.annotations.NullMarked;
