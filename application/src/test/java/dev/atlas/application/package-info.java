@NullMarked
package dev.atlas.application;

import org.jspecify.annotations.NullMarked;
