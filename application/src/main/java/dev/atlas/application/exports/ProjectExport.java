package dev.atlas.application.exports;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what belongs to one project, within one unit of work: a file per kind, a canonical record a line, in key order. */
final class ProjectExport {

    private static final int AT_ONCE = 500;

    private final Repositories repositories;
    private final ExportArchive archive;

    ProjectExport(Repositories repositories, ExportArchive archive) {
        this.repositories = repositories;
        this.archive = archive;
    }

    /** Returns how many records there are. */
    long write(Id<Project> project) {
        List<Id<Experiment>> experiments =
                keys(page -> repositories.experiments().of(project, ExperimentFilter.NONE, page), Experiment::id);
        return write("projects", List.of(project))
                + write("experiments", experiments)
                + write(
                        "epochs",
                        experiments.stream().flatMap(id -> epochs(id).stream()).toList())
                + write(
                        "checkpoints",
                        experiments.stream()
                                .flatMap(id -> repositories.checkpoints().of(id).stream())
                                .map(Checkpoint::id)
                                .toList())
                + write("subjects", keys(page -> repositories.subjects().of(project, null, page), Subject::id))
                + write("cache_files", keys(page -> repositories.cacheFiles().of(project, null, page), CacheFile::id));
    }

    private List<Id<Epoch>> epochs(Id<Experiment> experiment) {
        List<Id<Epoch>> keys = new ArrayList<>();
        List<Epoch> some = repositories.epochs().of(experiment, null, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(epoch -> keys.add(epoch.id()));
            some = repositories.epochs().of(experiment, some.getLast().epoch(), AT_ONCE);
        }
        return keys;
    }

    private static <T, K> List<K> keys(Function<Page, Slice<T>> list, Function<T, K> key) {
        List<K> keys = new ArrayList<>();
        Cursor next = null;
        do {
            Slice<T> page = list.apply(new Page(Page.MAX_LIMIT, next));
            page.items().forEach(item -> keys.add(key.apply(item)));
            next = page.next();
        } while (next != null);
        return keys;
    }

    private <T> long write(String name, List<Id<T>> ids) {
        Kind kind = repositories.records().kind(name);
        List<RecordKey> keys =
                ids.stream().map(id -> RecordKey.of(id.value())).sorted().toList();
        archive.begin(name + ".jsonl");
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<RecordKey> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
            repositories.records().find(kind, some).stream()
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .forEach(record -> archive.line(Canonical.text(record)));
        }
        return keys.size();
    }
}
