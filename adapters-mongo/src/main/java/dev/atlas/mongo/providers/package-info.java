@NullMarked
package dev.atlas.mongo.providers;

import org.jspecify.annotations.NullMarked;
