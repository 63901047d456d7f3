@NullMarked
package dev.atlas.domain;

import org.jspecify.annotations.NullMarked;
