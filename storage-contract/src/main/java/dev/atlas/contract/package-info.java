/**
 * The contract of a storage engine, as tests that every engine passes, all of them.
 *
 * <p>{@link dev.atlas.contract.StorageContract} is where a new engine begins.
 */
@NullMarked
package dev.atlas.contract;

import org.jspecify.annotations.NullMarked;
