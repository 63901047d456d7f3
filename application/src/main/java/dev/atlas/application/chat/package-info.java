/** What can be done with chats: one's own, and nobody else's. */
@NullMarked
package dev.atlas.application.chat;

import org.jspecify.annotations.NullMarked;
