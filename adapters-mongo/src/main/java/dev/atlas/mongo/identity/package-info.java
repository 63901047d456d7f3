@NullMarked
package dev.atlas.mongo.identity;

import org.jspecify.annotations.NullMarked;
