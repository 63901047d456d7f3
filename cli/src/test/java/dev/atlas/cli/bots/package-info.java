/** What the command does with those who talk to Atlas through bots. */
@NullMarked
package dev.atlas.cli.bots;

import org.jspecify.annotations.NullMarked;
