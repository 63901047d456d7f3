@NullMarked
package dev.atlas.mongo.nodes;

import org.jspecify.annotations.NullMarked;
