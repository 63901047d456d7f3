/** Slack. Source: its Events API, Web API and Socket Mode. */
@NullMarked
package dev.atlas.platforms.slack;

import org.jspecify.annotations.NullMarked;
