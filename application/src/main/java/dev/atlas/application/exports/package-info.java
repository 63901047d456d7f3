/** Handing out what is stored, in the form in which it can be read again. */
@NullMarked
package dev.atlas.application.exports;

import org.jspecify.annotations.NullMarked;
