@NullMarked
package dev.atlas.postgres.agents;

import org.jspecify.annotations.NullMarked;
