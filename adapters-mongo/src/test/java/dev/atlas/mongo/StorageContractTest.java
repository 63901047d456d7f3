package dev.atlas.mongo;

import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.StorageContract;

/** MongoDB keeps the contract of storage. */
class StorageContractTest extends StorageContract {

    @Override
    protected EngineHarness harness() {
        return new Harness();
    }
}
