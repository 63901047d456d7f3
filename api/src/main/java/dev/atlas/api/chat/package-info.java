/** Chats over HTTP. */
@NullMarked
package dev.atlas.api.chat;

import org.jspecify.annotations.NullMarked;
