@NullMarked
package dev.atlas.cli.serve;

import org.jspecify.annotations.NullMarked;
