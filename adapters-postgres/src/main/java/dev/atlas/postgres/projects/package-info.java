@NullMarked
package dev.atlas.postgres.projects;

import org.jspecify.annotations.NullMarked;
