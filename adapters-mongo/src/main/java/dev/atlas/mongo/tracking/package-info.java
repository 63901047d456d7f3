@NullMarked
package dev.atlas.mongo.tracking;

import org.jspecify.annotations.NullMarked;
