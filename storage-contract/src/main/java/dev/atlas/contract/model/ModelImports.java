package dev.atlas.contract.model;

import dev.atlas.contract.samples.ImportSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.Imports;

final class ModelImports extends ModelAggregates<Id<Import>, Import> implements Imports {

    ModelImports(Model model) {
        super(ImportSamples.IMPORTS, model);
    }

    @Override
    public Slice<Import> ofUser(Id<User> user, Page page) {
        return newestFirst(page, Import::createdAt, each -> each.userId().equals(user));
    }
}
