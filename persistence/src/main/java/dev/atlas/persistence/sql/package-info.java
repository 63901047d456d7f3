@NullMarked
package dev.atlas.persistence.sql;

import org.jspecify.annotations.NullMarked;
