/** Slash commands, over HTTP. */
@NullMarked
package dev.atlas.api.commands;

import org.jspecify.annotations.NullMarked;
