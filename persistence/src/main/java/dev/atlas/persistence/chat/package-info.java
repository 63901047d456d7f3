@NullMarked
package dev.atlas.persistence.chat;

import org.jspecify.annotations.NullMarked;
