@NullMarked
package dev.atlas.mongo.projects;

import org.jspecify.annotations.NullMarked;
