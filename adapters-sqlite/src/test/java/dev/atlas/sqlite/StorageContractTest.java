package dev.atlas.sqlite;

import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.StorageContract;

/** SQLite keeps the contract of storage. */
class StorageContractTest extends StorageContract {

    @Override
    protected EngineHarness harness() {
        return new Harness();
    }
}
