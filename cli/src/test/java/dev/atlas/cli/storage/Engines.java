package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageEngines;
import dev.atlas.contract.servers.MongoSeries;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The engines these tests are to run on, each a real one. */
public final class Engines {

    private static final StorageEngines INSTALLED = StorageEngines.installed();

    /** On a busy machine nothing that is slow is to be taken for lost. */
    private static final Map<String, String> PATIENT = Map.of(
            "ATLAS_POSTGRES_CONNECT_TIMEOUT", "30s",
            "ATLAS_POSTGRES_STATEMENT_TIMEOUT", "60s",
            "ATLAS_MONGODB_CONNECT_TIMEOUT", "30s",
            "ATLAS_MONGODB_SELECTION_TIMEOUT", "30s",
            "ATLAS_MONGODB_SOCKET_TIMEOUT", "60s");

    private Engines() {}

    /** Those of the system property {@code atlas.test.engines}. */
    public static List<String> all() {
        return List.of(System.getProperty("atlas.test.engines", "sqlite").split(","));
    }

    /** All directions between two of them; on one engine alone, from it to itself. */
    static Stream<List<String>> directions() {
        List<String> all = all();
        return all.stream().flatMap(from -> all.stream()
                .filter(to -> all.size() == 1 || !to.equals(from))
                .map(to -> List.of(from, to)));
    }

    /**
     * From each engine to the next one and from the last to the first, so that each is left once and reached once; all
     * directions in the profile {@code matrix}.
     */
    public static Stream<List<String>> ring() {
        return isMatrix() ? directions() : round(all());
    }

    /** The other way round than {@link #ring()}, so that tests over either see all directions together. */
    static Stream<List<String>> ringBack() {
        return isMatrix() ? directions() : round(all().reversed());
    }

    /** For what goes there and back: each engine is left once and reached once all the same; all in {@code matrix}. */
    public static Stream<List<String>> pairs() {
        return isMatrix() ? directions() : round(all()).limit(Math.max(1, all().size() - 1));
    }

    /** Others than {@link #pairs()}. */
    public static Stream<List<String>> otherPairs() {
        return isMatrix() ? directions() : round(all().reversed()).skip(Math.min(1, all().size() - 1));
    }

    private static Stream<List<String>> round(List<String> engines) {
        return IntStream.range(0, engines.size())
                .mapToObj(i -> List.of(engines.get(i), engines.get((i + 1) % engines.size())));
    }

    static boolean isMatrix() {
        return Boolean.getBoolean("atlas.test.matrix");
    }

    /** The URL of a place for a new store. */
    public static String url(String engine, Path folder) {
        return switch (engine) {
            case "sqlite" -> "sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
            case "postgres" -> PostgresServer.shared().createDatabase();
            case "mongo" -> MongoSeries.createDatabase();
            default -> throw new IllegalArgumentException("no engine " + engine);
        };
    }

    public static Storage open(String url) {
        return INSTALLED.open("--url", url, PATIENT);
    }
}
