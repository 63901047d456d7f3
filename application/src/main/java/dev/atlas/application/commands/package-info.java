/** What people type into a chat that is not meant for a model. */
@NullMarked
package dev.atlas.application.commands;

import org.jspecify.annotations.NullMarked;
