@NullMarked
package dev.atlas.cli.imports;

import org.jspecify.annotations.NullMarked;
