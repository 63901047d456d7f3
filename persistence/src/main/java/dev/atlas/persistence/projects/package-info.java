@NullMarked
package dev.atlas.persistence.projects;

import org.jspecify.annotations.NullMarked;
