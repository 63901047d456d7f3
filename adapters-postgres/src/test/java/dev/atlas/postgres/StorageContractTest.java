package dev.atlas.postgres;

import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.StorageContract;

/** PostgreSQL keeps the contract of storage. */
class StorageContractTest extends StorageContract {

    @Override
    protected EngineHarness harness() {
        return new Harness();
    }
}
