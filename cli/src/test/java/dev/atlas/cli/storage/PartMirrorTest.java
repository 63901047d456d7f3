package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.Phase;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Stretch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mirror that does not hold everything yet is not taken for a store that does. */
@Timeout(120)
class PartMirrorTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_not_copied() {
        String from = Engines.url("sqlite", folder);
        String to = Engines.url("sqlite", folder);
        Path elsewhere = folder.resolve("elsewhere.db");
        try (Storage primary = Engines.open(from)) {
            new SampleRecords(41).fill(primary, 5);
            try (Mirror mirror = MirrorTest.attach(new Tiring(primary), to)) {
                Await.until(
                        Duration.ofMinutes(1),
                        () -> mirror.status().phase() == Phase.UNREACHABLE
                                && mirror.status().recordsCopied() > 0,
                        () -> "" + mirror.status());
            }
        }
        CommandRun run = CommandRun.of(Map.of(), "storage", "copy", "--from", to, "--to", "sqlite:" + elsewhere);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("does not hold everything yet");
        assertThat(Files.exists(elsewhere)).isFalse();
    }

    /** A store that is away for good once it has told some of what it holds. */
    private static final class Tiring extends ForwardingStorage {

        private static final int STEPS = 5;

        private final AtomicInteger taken = new AtomicInteger();

        Tiring(Storage storage) {
            super(storage);
        }

        @Override
        public ChangeFeed changes() {
            ChangeFeed feed = super.changes();
            return new ChangeFeed() {
                @Override
                public Position position() {
                    return feed.position();
                }

                @Override
                public Changes read(Position after, int limit, Duration patience) {
                    return feed.read(after, limit, patience);
                }

                @Override
                public Advance advance(Position after, @Nullable Stretch stretch, int most) {
                    if (taken.incrementAndGet() > STEPS) {
                        throw new Unavailable("the store is away", null);
                    }
                    return feed.advance(after, stretch, most);
                }
            };
        }
    }
}
