/** How requests to platforms are carried. */
@NullMarked
package dev.atlas.platforms.http;

import org.jspecify.annotations.NullMarked;
