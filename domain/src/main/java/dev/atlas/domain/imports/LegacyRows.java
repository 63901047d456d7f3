package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;

/** Every row that was ever imported from the predecessor. As a row's id follows from its key, there is each row once. */
public interface LegacyRows extends Aggregates<Id<LegacyRow>, LegacyRow> {}
