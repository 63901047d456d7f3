@NullMarked
package dev.atlas.application.projects;

import org.jspecify.annotations.NullMarked;
