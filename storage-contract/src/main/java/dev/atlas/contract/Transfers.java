package dev.atlas.contract;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two accounts between which every unit of work moves one piece, so that a state of the store always holds the same sum,
 * and one that is torn does not. The users' display names tell what they have.
 */
public final class Transfers {

    /** What the accounts have together. */
    public static final long SUM = 2_000;

    private final Storage storage;
    private final List<Id<User>> accounts;

    /** Adds the accounts. */
    public Transfers(Storage storage, Samples samples) {
        this.storage = storage;
        this.accounts = storage.write(each -> Stream.of(1, 2)
                        .map(i -> IdentitySamples.user(samples, samples.id()))
                        .map(user -> user.withProfile(Long.toString(SUM / 2), null, user.updatedAt()))
                        .map(user -> each.users().add(user).id())
                        .toList())
                .value();
    }

    /** Moves one from the first to the second, in a unit of its own. */
    public void transfer() {
        storage.write(each -> {
            change(each, accounts.getFirst(), -1);
            return change(each, accounts.getLast(), 1);
        });
    }

    private static User change(Repositories repositories, Id<User> account, int by) {
        User user = repositories.users().find(account).orElseThrow();
        long has = Long.parseLong(Objects.requireNonNull(user.displayName()));
        return repositories.users().replace(user.withProfile(Long.toString(has + by), null, user.updatedAt()));
    }

    /** What the accounts have together, in a state in which records are found so; empty if not both are there. */
    public OptionalLong sum(Function<RecordKey, @Nullable StoredRecord> find) {
        List<StoredRecord> found = accounts.stream()
                .map(account -> find.apply(new RecordKey.OfId(account.value())))
                .filter(Objects::nonNull)
                .toList();
        return found.size() < accounts.size()
                ? OptionalLong.empty()
                : OptionalLong.of(found.stream()
                        .mapToLong(each -> Long.parseLong(String.valueOf(each.value("display_name"))))
                        .sum());
    }
}
