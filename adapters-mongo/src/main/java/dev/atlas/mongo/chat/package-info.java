@NullMarked
package dev.atlas.mongo.chat;

import org.jspecify.annotations.NullMarked;
