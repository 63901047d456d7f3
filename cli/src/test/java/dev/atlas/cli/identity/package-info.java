@NullMarked
package dev.atlas.cli.identity;

import org.jspecify.annotations.NullMarked;
