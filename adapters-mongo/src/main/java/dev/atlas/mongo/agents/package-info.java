@NullMarked
package dev.atlas.mongo.agents;

import org.jspecify.annotations.NullMarked;
