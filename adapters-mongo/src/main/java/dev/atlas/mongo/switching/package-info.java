@NullMarked
package dev.atlas.mongo.switching;

import org.jspecify.annotations.NullMarked;
