@NullMarked
package dev.atlas.mongo.followers;

import org.jspecify.annotations.NullMarked;
