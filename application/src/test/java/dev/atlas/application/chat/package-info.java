@NullMarked
package dev.atlas.application.chat;

import org.jspecify.annotations.NullMarked;
