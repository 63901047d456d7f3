@NullMarked
package dev.atlas.application.imports;

import org.jspecify.annotations.NullMarked;
