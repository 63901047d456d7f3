/** Everything of a store and the keys that go with it, in one folder or file. */
@NullMarked
package dev.atlas.cli.backup;

import org.jspecify.annotations.NullMarked;
