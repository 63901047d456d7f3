@NullMarked
package dev.atlas.persistence.agents;

import org.jspecify.annotations.NullMarked;
