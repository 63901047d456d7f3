@NullMarked
package dev.atlas.mongo;

import org.jspecify.annotations.NullMarked;
