@NullMarked
package dev.atlas.api.storage;

import org.jspecify.annotations.NullMarked;
