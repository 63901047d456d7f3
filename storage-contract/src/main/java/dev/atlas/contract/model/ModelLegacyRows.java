package dev.atlas.contract.model;

import dev.atlas.contract.samples.ImportSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.imports.LegacyRows;

final class ModelLegacyRows extends ModelAggregates<Id<LegacyRow>, LegacyRow> implements LegacyRows {

    ModelLegacyRows(Model model) {
        super(ImportSamples.LEGACY_ROWS, model);
    }
}
