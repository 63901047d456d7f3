/** Who answers in chats: agents as administrators want them, and presets. */
@NullMarked
package dev.atlas.application.agents;

import org.jspecify.annotations.NullMarked;
