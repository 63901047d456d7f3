package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochEntry;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What training tells epoch by epoch. An epoch that is logged again merges into what is there; see {@link
 * Epoch#mergedWith}. Experiments that have ended are logged to as well: the last line often comes late.
 */
public final class EpochLog {

    /** Entries of one call. Source: decision 31 of the tracking design. */
    public static final int MAX_ENTRIES = 1_000;

    private final Foundation foundation;
    private final ProjectAccess projects;
    private final ExperimentAccess access;

    EpochLog(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
        this.access = new ExperimentAccess(projects);
    }

    /** An epoch after it was logged; {@code created} if it was not there before. */
    public record Logged(Epoch epoch, boolean created) {}

    /**
     * Logs one epoch.
     *
     * @param ifVersion the version of the epoch this is based on; absent if any will do; given, the epoch must be there
     * @throws Refusal.Stale if the epoch is not of that version
     */
    public Committed<Logged> log(Caller caller, Id<Experiment> experiment, EpochEntry entry, @Nullable Long ifVersion) {
        Committed<List<Logged>> logged = logAll(caller, experiment, List.of(entry), ifVersion);
        return new Committed<>(logged.value().getFirst(), logged.position());
    }

    /**
     * Logs 1 to {@value #MAX_ENTRIES} epochs, all or none, in their order: a number that comes twice merges into itself.
     *
     * @return what became of each entry, in the same order
     */
    public Committed<List<Logged>> logAll(Caller caller, Id<Experiment> experiment, List<EpochEntry> entries) {
        return logAll(caller, experiment, entries, null);
    }

    /** @param ifVersion that of each epoch before; absent if any will do */
    private Committed<List<Logged>> logAll(
            Caller caller, Id<Experiment> experiment, List<EpochEntry> entries, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new InvalidValue("epochs", "must hold 1 to " + MAX_ENTRIES + " epochs");
        }
        Instant now = foundation.now();
        return Races.again(Epochs.ONE_PER_NUMBER, () -> foundation.storage().write(repositories -> {
            access.writable(repositories, caller, experiment);
            return logAll(repositories, experiment, entries, ifVersion, now);
        }));
    }

    private List<Logged> logAll(
            Repositories repositories,
            Id<Experiment> experiment,
            List<EpochEntry> entries,
            @Nullable Long ifVersion,
            Instant now) {
        Map<Long, Epoch> present = new HashMap<>();
        List<Long> numbers = entries.stream().map(EpochEntry::epoch).distinct().toList();
        repositories.epochs().numbered(experiment, numbers).forEach(epoch -> present.put(epoch.epoch(), epoch));
        List<Logged> logged = new ArrayList<>(entries.size());
        for (EpochEntry entry : entries) {
            Epoch before = present.get(entry.epoch());
            ExperimentAccess.mustBe(ifVersion, before == null ? ExperimentAccess.ABSENT : before.version());
            Epoch after = before == null
                    ? repositories.epochs().add(Epoch.first(foundation.ids().next(), experiment, entry, now))
                    : repositories.epochs().replace(before.mergedWith(entry, now));
            present.put(after.epoch(), after);
            logged.add(new Logged(after, before == null));
        }
        return logged;
    }

    /** The epoch of this number. Throws {@link Refusal.NotFound} {@code epoch.not_found} if it was not logged. */
    public CompletableFuture<Epoch> get(Caller caller, Id<Experiment> experiment, long number) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return repositories.epochs().numbered(experiment, List.of(number)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refusal.NotFound("epoch.not_found", "This epoch was not logged."));
        });
    }

    /** Up to {@code limit} epochs with numbers greater than {@code after} (from the first if null), ascending. */
    public CompletableFuture<List<Epoch>> list(
            Caller caller, Id<Experiment> experiment, @Nullable Long after, int limit) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return repositories.epochs().of(experiment, after, limit);
        });
    }
}
