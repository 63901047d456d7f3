/** What belongs to the inbox of bots and needs no store. */
@NullMarked
package dev.atlas.application.bots.inbox;

import org.jspecify.annotations.NullMarked;
