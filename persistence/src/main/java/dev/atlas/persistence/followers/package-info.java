@NullMarked
package dev.atlas.persistence.followers;

import org.jspecify.annotations.NullMarked;
