/** What every route shares: who asks, how bodies are read, how answers and problems look. */
@NullMarked
package dev.atlas.api.http;

import org.jspecify.annotations.NullMarked;
