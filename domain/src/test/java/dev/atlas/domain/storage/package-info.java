@NullMarked
package dev.atlas.domain.storage;

import org.jspecify.annotations.NullMarked;
