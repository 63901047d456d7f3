package dev.atlas.contract;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/**
 * Everything an engine promises. A new engine passes it by one class:
 *
 * <pre>{@code
 * class StorageContractTest extends StorageContract {
 *     protected EngineHarness harness() {
 *         return new Harness();
 *     }
 * }
 * }</pre>
 *
 * <p>No rule can be left out. Each group of tests gets a harness of its own and closes it. The groups that read the log of the
 * engine come first: where databases share a server they share its log, and the MongoDB-compatible test server reads all of it
 * for every question.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
public abstract class StorageContract {

    /** A new harness, with places of its own. */
    protected abstract EngineHarness harness();

    @Nested
    class Aggregates extends AggregatesContract {
        Aggregates() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Questions extends QuestionsContract {
        Questions() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Versions extends VersionsContract {
        Versions() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Unique extends UniqueContract {
        Unique() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class References extends ReferencesContract {
        References() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Units extends UnitsContract {
        Units() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        Concurrency() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Usage extends UsageContract {
        Usage() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Paging extends PagingContract {
        Paging() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Values extends ValuesContract {
        Values() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Records extends RecordsContract {
        Records() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Positions extends PositionsContract {
        Positions() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Fencing extends FencingContract {
        Fencing() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    @Order(1)
    class ChangeFeed extends ChangeFeedContract {
        ChangeFeed() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    @Order(1)
    class Following extends FollowingContract {
        Following() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    @Order(1)
    class Advance extends AdvanceContract {
        Advance() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Opening extends OpeningContract {
        Opening() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Closing extends ClosingContract {
        Closing() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Disturbance extends DisturbanceContract {
        Disturbance() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Schema extends SchemaContract {
        Schema() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Index extends IndexContract {
        Index() {
            super(StorageContract.this::harness);
        }
    }

    @Nested
    class Model extends ModelContract {
        Model() {
            super(StorageContract.this::harness);
        }
    }
}
