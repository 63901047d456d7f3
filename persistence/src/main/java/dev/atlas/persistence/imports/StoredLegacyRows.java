package dev.atlas.persistence.imports;

import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.imports.LegacyRows;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;

@Singleton
class StoredLegacyRows extends StoredById<LegacyRow, LegacyRowRow> implements LegacyRows {

    StoredLegacyRows(LegacyRowRows rows, LegacyRowMapper mapper, Engine engine) {
        super(LegacyRowRow.class, rows, mapper, engine);
    }
}
