/** The agents that answer in chats, and presets of how they do. */
@NullMarked
package dev.atlas.domain.agents;

import org.jspecify.annotations.NullMarked;
