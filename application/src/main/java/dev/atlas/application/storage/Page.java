package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import java.util.List;

/** Records that follow each other in key order. {@code last} if the kind has no more; then they may be none. */
record Page(Kind kind, List<EncodedRecord> records, boolean last) {}
