package dev.atlas.persistence.imports;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.Imports;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;

@Singleton
class StoredImports extends StoredById<Import, ImportRow> implements Imports {

    StoredImports(ImportRows rows, ImportRowMapper mapper, Engine engine) {
        super(ImportRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<Import> ofUser(Id<User> user, Page page) {
        Listing<ImportRow> imports =
                Listing.of(ImportRow.class).whereEqual("user_id", user.value()).newestFirst("created_at", page);
        return Slice.of(
                all(imports),
                page.limit(),
                each -> new Cursor(each.createdAt(), each.id().value()));
    }
}
