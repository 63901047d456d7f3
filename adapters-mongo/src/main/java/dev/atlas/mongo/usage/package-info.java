@NullMarked
package dev.atlas.mongo.usage;

import org.jspecify.annotations.NullMarked;
