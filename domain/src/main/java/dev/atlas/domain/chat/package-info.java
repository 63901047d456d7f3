@NullMarked
package dev.atlas.domain.chat;

import org.jspecify.annotations.NullMarked;
