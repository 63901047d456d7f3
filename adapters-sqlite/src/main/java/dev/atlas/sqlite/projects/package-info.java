@NullMarked
package dev.atlas.sqlite.projects;

import org.jspecify.annotations.NullMarked;
