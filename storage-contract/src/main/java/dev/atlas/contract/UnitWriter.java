package dev.atlas.contract;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes units of work that can be told to be whole later: each a user and two projects, with ids made of the unit's. */
public final class UnitWriter {

    /** The word before a unit whose commit was answered, in what {@link #main} prints. */
    static final String ACKNOWLEDGED = "acknowledged ";

    /** The word before a unit that is about to be written. */
    static final String BEGUN = "begun ";

    /** The word before the unit in which it then waits to be killed. */
    static final String HALF = "half ";

    /** How many records make a unit whole. */
    public static final long PARTS = 3;

    private static final int THREADS = 4;

    private final Storage storage;

    public UnitWriter(Storage storage) {
        this.storage = storage;
    }

    /** Writes {@code units} units from several threads at once, and returns when all are acknowledged. */
    public void write(int units, Consumer<UUID> acknowledged) {
        write(units, begun -> {}, acknowledged);
    }

    private void write(int units, Consumer<UUID> begun, Consumer<UUID> acknowledged) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            CompletableFuture.allOf(IntStream.range(0, units)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> writeOne(begun, acknowledged), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private void writeOne(Consumer<UUID> begun, Consumer<UUID> acknowledged) {
        UUID unit = UUID.randomUUID();
        begun.accept(unit);
        storage.write(repositories -> write(repositories, unit, () -> {}));
        acknowledged.accept(unit);
    }

    /** Writes one unit that does {@code middle} when half of it is written. */
    public void writeHalf(UUID unit, Runnable middle) {
        storage.write(repositories -> write(repositories, unit, middle));
    }

    /** How many of the three parts of a unit are there. */
    public static long parts(Repositories repositories, UUID unit) {
        Optional<User> user = repositories.users().find(new Id<>(unit));
        Optional<Project> one = repositories.projects().find(projectId(unit, 1));
        Optional<Project> other = repositories.projects().find(projectId(unit, 2));
        return user.stream().count() + one.stream().count() + other.stream().count();
    }

    /** How many of the three parts of a unit this transaction has touched. */
    static long touched(CommittedChanges changes, UUID unit) {
        List<RecordKey> parts = keys(unit);
        return changes.touched().values().stream()
                .flatMap(SequencedSet::stream)
                .filter(parts::contains)
                .count();
    }

    /** The keys of its parts: of a user and of two projects. */
    public static List<RecordKey> keys(UUID unit) {
        return Stream.of(unit, projectId(unit, 1).value(), projectId(unit, 2).value())
                .<RecordKey>map(RecordKey.OfId::new)
                .toList();
    }

    private static Project write(Repositories repositories, UUID unit, Runnable middle) {
        Samples samples = new Samples(unit.getMostSignificantBits());
        User user = repositories.users().add(IdentitySamples.user(samples, new Id<>(unit)));
        repositories.projects().add(ProjectSamples.project(samples, projectId(unit, 1), user.id()));
        middle.run();
        return repositories.projects().add(ProjectSamples.project(samples, projectId(unit, 2), user.id()));
    }

    private static Id<Project> projectId(UUID unit, int number) {
        return new Id<>(new UUID(unit.getMostSignificantBits(), unit.getLeastSignificantBits() + number));
    }

    /**
     * Writes in a process of its own, which is to be killed.
     *
     * @param arguments the engine's name, the URL of the store, how many units
     */
    public static void main(String[] arguments) {
        StorageEngine engine = ServiceLoader.load(StorageEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Storage storage = engine.open(arguments[1], Map.of())) {
            UnitWriter writer = new UnitWriter(storage);
            writer.write(
                    Integer.parseInt(arguments[2]),
                    unit -> out.println(BEGUN + unit),
                    unit -> out.println(ACKNOWLEDGED + unit));
            UUID half = UUID.randomUUID();
            writer.writeHalf(half, () -> {
                out.println(HALF + half);
                waitForTheEnd();
            });
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("was to be killed, not to be interrupted", e);
        }
    }
}
