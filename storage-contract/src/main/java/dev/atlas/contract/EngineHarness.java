package dev.atlas.contract;

import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the contract needs of an engine beyond its port: places for stores, somebody who disturbs them, a look below. */
public interface EngineHarness extends AutoCloseable {

    StorageEngine engine();

    /** The URL of a place of its own for one store, in which there is nothing yet. It ends with this harness. */
    String emptyPlace();

    /** Opens the store at {@code url} as a service would. */
    default Storage open(String url) {
        return engine().open(url, Map.of());
    }

    /** A new, empty store with somebody who disturbs it. */
    DisturbedStore disturbed();

    /** Opens the store at {@code url} so that its queries can be looked at. Its statistics are brought up to date before. */
    ObservedStore observed(String url);

    /** What there is at {@code url}, as the engine's own catalogue says. */
    LiveSchema schema(String url);

    /** The numbers of all schema steps, ascending. */
    List<Integer> steps();

    /**
     * Makes, in the empty place {@code url}, the schema that the steps up to {@code step} make, and lets {@code work} write
     * records there. The kinds it writes may lack the columns that come with later steps.
     */
    void prepare(String url, int step, Consumer<Records> work);

    /**
     * Where the engine can open no store: an address or folder that is not to be had, what holds something else already, a
     * URL that cannot be read, and all else that can be wrong before there is a store: a password, a kind of server.
     */
    List<Unusable> unusable();

    /** Records in the store at {@code url} a schema step that no version has yet, or removes it again. */
    void pretendNewer(String url, boolean newer);

    /** What people have to change the store at {@code url} without Atlas. */
    Shell shell(String url);

    /**
     * Forgets all changes of the store at {@code url} so far, as happens to those that are old, so that the feed does not
     * reach back to before, at least when it is asked for the next time.
     */
    void forgetChanges(String url);

    /** How many aggregates of every port make a store big. */
    default int manyRows() {
        return 10_000;
    }

    /** Ends everything this harness has opened and made. */
    @Override
    void close();
}
