@NullMarked
package dev.atlas.domain.projects;

import org.jspecify.annotations.NullMarked;
