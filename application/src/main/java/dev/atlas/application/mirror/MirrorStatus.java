package dev.atlas.application.mirror;

import dev.atlas.application.storage.StorePlace;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a mirror stands.
 *
 * @param engine the engine's name
 * @param url where it is, without a password
 * @param recordsCopied how many were put by copying
 * @param recordsTotal how many are to be put by copying; 0 while unknown
 * @param lagTransactions committed by the primary, and not seen in the mirror yet. Counted up to a bound
 * @param exactAt the time of which the mirror holds everything that was committed before; null while unknown
 * @param position of the primary's feed that it has reached; null while unknown
 * @param problem what is in the way, for people; null if nothing is
 * @param verification the last that came to its end; null if none did
 */
public record MirrorStatus(
        String engine,
        String url,
        Phase phase,
        long recordsCopied,
        long recordsTotal,
        long lagTransactions,
        @Nullable Instant exactAt,
        @Nullable Position position,
        @Nullable String problem,
        @Nullable MirrorVerification verification) {

    /** Transactions that are counted at most, to say how far a primary is ahead. */
    private static final int COUNTED = 10_000;

    /**
     * How a mirror stands by what is recorded in it, whoever mirrors; empty if it never was a mirror.
     *
     * @param place of {@code mirror}
     * @throws dev.atlas.domain.storage.StorageException if one of the stores does not answer
     */
    public static Optional<MirrorStatus> recorded(Storage primary, Storage mirror, StorePlace place) {
        return mirror.read(repositories -> MirrorMarks.find(repositories.records()))
                .map(mark -> new MirrorStatus(
                                place.engine().name(),
                                place.toString(),
                                Phase.of(mark.state()),
                                0,
                                0,
                                0,
                                null,
                                null,
                                null,
                                null)
                        .at(mark, mark.position())
                        .behind(behind(primary, mark.position()), mark.updatedAt()));
    }

    /** True if a store is a mirror that does not hold everything yet. Whoever takes it for a whole one loses the rest. */
    public static boolean isPart(Storage storage) {
        return storage.read(repositories -> MirrorMarks.find(repositories.records()))
                .map(mark -> Phase.of(mark.state()) == Phase.COPYING)
                .orElse(false);
    }

    private static long behind(Storage primary, Position position) {
        return primary.changes().read(position, COUNTED, Duration.ZERO) instanceof Changes.Batch batch
                ? batch.transactions().size()
                : COUNTED;
    }

    /** How long the mirror has been behind; zero if nothing is known that it does not hold. */
    public Duration lag(Instant now) {
        return lagTransactions == 0 || exactAt == null || now.isBefore(exactAt)
                ? Duration.ZERO
                : Duration.between(exactAt, now);
    }

    /** True if it holds everything that the primary held not long ago. */
    public boolean whole() {
        return switch (phase) {
            case FOLLOWING, VERIFYING -> true;
            case PREFLIGHT, COPYING, SWITCHING, UNREACHABLE, ELSEWHERE, STOPPED -> false;
        };
    }

    MirrorStatus in(Phase next, @Nullable String why) {
        return new MirrorStatus(
                engine, url, next, recordsCopied, recordsTotal, lagTransactions, exactAt, position, why, verification);
    }

    /** The same when {@code total} records are to be copied. */
    MirrorStatus of(long total) {
        return new MirrorStatus(
                engine, url, phase, recordsCopied, total, lagTransactions, exactAt, position, problem, verification);
    }

    /** The same with what a mark says. */
    MirrorStatus at(MirrorMark mark, Position reached) {
        return new MirrorStatus(
                engine,
                url,
                phase,
                mark.records(),
                recordsTotal,
                lagTransactions,
                exactAt,
                reached,
                problem,
                mark.verification());
    }

    /** The same when so much is missing since that time. */
    MirrorStatus behind(long transactions, @Nullable Instant exact) {
        return new MirrorStatus(
                engine, url, phase, recordsCopied, recordsTotal, transactions, exact, position, problem, verification);
    }
}
