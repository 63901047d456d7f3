package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.CacheFile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Cache files stay records of their own: the source does not say which run they belong to. */
record CacheFileTable(Id<Project> project, Instant now, Findings findings) implements SourceTable<CacheFile> {

    @Override
    public String table() {
        return "cache_files";
    }

    @Override
    public String keyColumn() {
        return "cache_id";
    }

    @Override
    public String entities() {
        return "cache_files";
    }

    @Override
    public CacheFile read(Cells cells, UUID id) {
        return new CacheFile(
                new Id<>(id),
                project,
                cells.whole("challenge"),
                cells.text("release"),
                cells.text("file_path"),
                cells.real("file_size_mb"),
                cells.whole("n_windows"),
                cells.whole("n_channels"),
                cells.whole("n_times"),
                cells.text("checksum"),
                cells.time("created_at").orElse(now),
                0);
    }

    @Override
    public void met(String key, Cells cells, CacheFile file) {
        if (cells.time("created_at").isEmpty()) {
            findings.add(Findings.Code.TIME_MISSING, table() + " " + key);
        }
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, CacheFile file) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, CacheFile file) {
        repositories.cacheFiles().add(file);
    }

    @Override
    public Optional<CacheFile> find(Repositories repositories, UUID id) {
        return repositories.cacheFiles().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<CacheFile> three) {
        CacheFile mine = three.mine();
        repositories
                .cacheFiles()
                .replace(new CacheFile(
                        mine.id(),
                        mine.projectId(),
                        three.of(CacheFile::challenge),
                        three.of(CacheFile::release),
                        three.of(CacheFile::path),
                        three.of(CacheFile::sizeMb),
                        three.of(CacheFile::windows),
                        three.of(CacheFile::channels),
                        three.of(CacheFile::times),
                        three.of(CacheFile::checksum),
                        three.of(CacheFile::createdAt),
                        mine.version()));
    }
}
