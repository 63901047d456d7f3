@NullMarked
package dev.atlas.mongo.bots;

import org.jspecify.annotations.NullMarked;
