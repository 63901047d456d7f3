/** The description of the HTTP interface, made from the routes that are really offered, and the page to browse it. */
@NullMarked
package dev.atlas.api.openapi;

import org.jspecify.annotations.NullMarked;
