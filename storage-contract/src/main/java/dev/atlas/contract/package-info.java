@NullMarked
package dev.atlas.contract;

import org.jspecify.annotations.NullMarked;
