@NullMarked
package dev.atlas.cli.storage;

import org.jspecify.annotations.NullMarked;
