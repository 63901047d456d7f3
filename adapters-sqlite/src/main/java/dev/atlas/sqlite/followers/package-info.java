@NullMarked
package dev.atlas.sqlite.followers;

import org.jspecify.annotations.NullMarked;
