@NullMarked
package dev.atlas.postgres.chat;

import org.jspecify.annotations.NullMarked;
