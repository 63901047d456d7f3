@NullMarked
package dev.atlas.sqlite.chat;

import org.jspecify.annotations.NullMarked;
