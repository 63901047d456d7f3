package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.contract.samples.UsageSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import dev.atlas.domain.usage.UsageRollup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link dev.atlas.domain.usage.UsageRollups}: what is counted together with the records is what they come to. */
abstract class UsageContract extends Concern {

    private static final int THREADS = 6;
    private static final int TIMES = 8;
    private static final int MANY = 60;

    /** Before the times of all samples. */
    private static final Instant LONG_AGO = Instant.parse("2024-02-03T04:05:06Z");

    UsageContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** Records of any users, models and times, several in a unit, are added up in every scope and span. */
    @Test
    void rollups_are_what_the_records_come_to() {
        for (int i = 0; i < MANY; i++) {
            int some = 1 + i % 3;
            write((samples, each) -> {
                List<UsageRecord> records = new ArrayList<>();
                for (int j = 0; j < some; j++) {
                    records.add(UsageSamples.RECORDS.make(samples, each));
                }
                return counted(each, records);
            });
        }
        assertAddedUp(storage());
    }

    /** Whoever counts in the same rollups at the same time counts once, on whichever node, and nobody is refused. */
    @Test
    void everybody_counts_at_the_same_time() {
        try (TwoNodes nodes = TwoNodes.on(harness())) {
            UsageRecord first = nodes.one()
                    .write(each -> UsageSamples.RECORDS.make(new Samples(THREADS), each))
                    .value();
            AtomicInteger number = new AtomicInteger();
            Race race = Race.of(THREADS, () -> {
                int mine = number.incrementAndGet();
                Samples samples = new Samples(-mine);
                Storage node = nodes.both().get(mine % 2);
                for (int i = 0; i < TIMES; i++) {
                    UsageRecord next =
                            Copies.with(first, Map.of("id", samples.id(), "charge", UsageSamples.charge(samples)));
                    node.write(each -> counted(each, List.of(next)));
                }
            });
            assertThat(race.wins()).isEqualTo(THREADS);
            nodes.both().forEach(UsageContract::assertAddedUp);
        }
    }

    /** The first of a new hour are counted in rollups that nobody has stored yet. */
    @Test
    void everybody_begins_a_rollup_at_the_same_time() {
        for (int i = 0; i < TIMES; i++) {
            Instant hour = LONG_AGO.plus(Duration.ofHours(i));
            UsageRecord next =
                    write((samples, each) -> Copies.with(UsageSamples.RECORDS.make(samples, each), "createdAt", hour));
            AtomicInteger seeds = new AtomicInteger();
            int round = i;
            Race race = Race.of(THREADS, () -> {
                Samples mine = new Samples(1_000_000L * (round + 1) + seeds.incrementAndGet());
                UsageRecord record = Copies.with(next, "id", mine.id());
                storage().write(each -> counted(each, List.of(record)));
            });
            assertThat(race.wins()).isEqualTo(THREADS);
        }
        assertAddedUp(storage());
    }

    /** A unit that fails counts nothing. */
    @Test
    void what_is_not_recorded_is_not_counted() {
        UsageRecord taken = write((samples, each) -> counted(each, List.of(UsageSamples.RECORDS.make(samples, each))))
                .getFirst();
        assertRefused("usage_records_id", each -> {
            each.usageRollups().count(UsageRollup.of(List.of(taken)));
            each.usageRecords().add(taken);
        });
        assertAddedUp(storage());
    }

    /** What somebody used is still there when they are gone. */
    @Test
    void what_was_used_outlives_its_user() {
        User user = added(IdentitySamples.USERS);
        UsageRecord record = write((samples, each) -> counted(
                        each,
                        List.of(Copies.with(
                                UsageSamples.RECORDS.make(samples, each), "call.origin.userId", user.id()))))
                .getFirst();
        assertThat(removed(IdentitySamples.USERS, user)).isTrue();
        UsageRecordFilter theirs = new UsageRecordFilter(UsageFilter.NONE.of(user.id()), null, null, null);
        check(each -> assertThat(each.usageRecords().list(theirs, Page.first(2)).items())
                .containsExactly(record));
        assertAddedUp(storage());
    }

    private static List<UsageRecord> counted(Repositories to, List<UsageRecord> records) {
        List<UsageRecord> stored = records.stream().map(to.usageRecords()::add).toList();
        to.usageRollups().count(UsageRollup.of(stored));
        return stored;
    }

    /** There is every rollup that follows from the records, with these figures, and no other one. */
    private static void assertAddedUp(Storage storage) {
        storage.read(each -> {
            Collection<UsageRollup> expected = UsageRollup.of(all(each));
            Map<Id<UsageRollup>, Object> figures = new HashMap<>();
            Map<Id<UsageRollup>, Object> stored = new HashMap<>();
            expected.forEach(rollup -> {
                figures.put(rollup.id(), Copies.with(rollup, "version", 0L));
                each.usageRollups()
                        .find(rollup.id())
                        .ifPresent(found -> stored.put(found.id(), Copies.with(found, "version", 0L)));
            });
            assertThat(stored).isEqualTo(figures);
            assertThat(each.records().count(UsageSamples.ROLLUPS.kindIn(each))).isEqualTo(expected.size());
            return true;
        });
    }

    private static List<UsageRecord> all(Repositories from) {
        List<UsageRecord> all = new ArrayList<>();
        Slice<UsageRecord> page;
        Page wanted = Page.first(Page.MAX_LIMIT);
        do {
            page = from.usageRecords().list(UsageRecordFilter.NONE, wanted);
            all.addAll(page.items());
            wanted = new Page(Page.MAX_LIMIT, page.next());
        } while (page.next() != null);
        return all;
    }
}
