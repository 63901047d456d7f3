/** Checks that the servers for tests can be disturbed as promised. */
@NullMarked
package dev.atlas.contract.servers;

import org.jspecify.annotations.NullMarked;
