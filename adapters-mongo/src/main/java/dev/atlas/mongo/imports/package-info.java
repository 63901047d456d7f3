@NullMarked
package dev.atlas.mongo.imports;

import org.jspecify.annotations.NullMarked;
