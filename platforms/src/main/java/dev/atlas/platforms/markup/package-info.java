/**
 * Answers in Markdown as each platform shows them: a {@link dev.atlas.platforms.markup.Document} is read once, flattened, and written in
 * the platform's own form, in as many parts as its limits need. The same text always gives the same parts, so that whoever has sent some
 * of them can go on with the next.
 */
@NullMarked
package dev.atlas.platforms.markup;

import org.jspecify.annotations.NullMarked;
