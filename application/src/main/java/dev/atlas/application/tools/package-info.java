/** What models may have Atlas do: tools that read and change it in the name of whoever talks to the model. */
@NullMarked
package dev.atlas.application.tools;

import org.jspecify.annotations.NullMarked;
