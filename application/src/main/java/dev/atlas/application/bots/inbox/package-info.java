/** What is said to bots: it is taken in so that it cannot be lost, and answered in its order, by one node at a time. */
@NullMarked
package dev.atlas.application.bots.inbox;

import org.jspecify.annotations.NullMarked;
