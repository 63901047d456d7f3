@NullMarked
package dev.atlas.postgres.followers;

import org.jspecify.annotations.NullMarked;
