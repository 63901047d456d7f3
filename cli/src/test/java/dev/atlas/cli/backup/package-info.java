@NullMarked
package dev.atlas.cli.backup;

import org.jspecify.annotations.NullMarked;
