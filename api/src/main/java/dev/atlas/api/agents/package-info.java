/** Agents and presets, over HTTP. */
@NullMarked
package dev.atlas.api.agents;

import org.jspecify.annotations.NullMarked;
