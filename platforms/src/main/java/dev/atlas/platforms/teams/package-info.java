/** Teams. Source: Bot Framework's activities and the authentication of its connector. */
@NullMarked
package dev.atlas.platforms.teams;

import org.jspecify.annotations.NullMarked;
