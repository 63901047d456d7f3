@NullMarked
package dev.atlas.sqlite.agents;

import org.jspecify.annotations.NullMarked;
