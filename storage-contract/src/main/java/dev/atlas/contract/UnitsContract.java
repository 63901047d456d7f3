package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A unit of work is done wholly or not at all. */
abstract class UnitsContract extends Concern {

    private static final class Interrupted extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** A user, two projects of theirs, a change, and a removal: written step by step. */
    private record Steps(User user, Project kept, Project removed) {

        static Steps of(Samples samples) {
            User user = IdentitySamples.user(samples, samples.id());
            return new Steps(
                    user,
                    ProjectSamples.project(samples, samples.id(), user.id()),
                    ProjectSamples.project(samples, samples.id(), user.id()));
        }

        List<Consumer<Repositories>> all() {
            return List.of(
                    each -> each.users().add(user),
                    each -> each.projects().add(kept),
                    each -> each.projects().add(removed),
                    each -> each.users().replace(user),
                    each -> each.projects().remove(removed.id()));
        }

        long found(Repositories each) {
            return each.users().find(user.id()).stream().count()
                    + each.projects().find(kept.id()).stream().count()
                    + each.projects().find(removed.id()).stream().count();
        }
    }

    UnitsContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** What the work throws passes through as it is, and nothing of the unit is kept, at whatever step it was thrown. */
    @Test
    void a_unit_that_throws_leaves_nothing_at_any_step() {
        Steps steps = Steps.of(samples());
        Interrupted thrown = new Interrupted();
        for (int done = 0; done <= steps.all().size(); done++) {
            List<Consumer<Repositories>> part = steps.all().subList(0, done);
            assertThatThrownBy(() -> storage().write(each -> {
                        part.forEach(step -> step.accept(each));
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(read(steps::found)).isZero();
        }
    }

    /** The same when the engine refuses a step. */
    @Test
    void a_unit_that_is_refused_leaves_nothing_at_any_step() {
        Steps steps = Steps.of(samples());
        User taken = write((samples, each) -> {
            User user = IdentitySamples.USERS.add(samples, each);
            return IdentitySamples.USERS.changed(user, samples, each);
        });
        for (int done = 0; done <= steps.all().size(); done++) {
            List<Consumer<Repositories>> part = steps.all().subList(0, done);
            assertRefused("users_id", each -> {
                part.forEach(step -> step.accept(each));
                each.users().add(taken);
            });
            assertThat(read(steps::found)).isZero();
        }
        storage().write(each -> {
            steps.all().forEach(step -> step.accept(each));
            return true;
        });
        assertThat(read(steps::found)).isEqualTo(2);
    }

    /** An error of storage ends the unit, whether its work catches it or not. */
    @Test
    void a_caught_error_does_not_save_the_unit() {
        User taken = added(IdentitySamples.USERS);
        List<Consumer<Repositories>> errors = List.of(each -> each.users().add(taken), each -> each.users()
                .replace(IdentitySamples.USERS.atVersion(taken, 9)));
        for (Consumer<Repositories> error : errors) {
            User added = write(IdentitySamples.USERS::make);
            assertThatExceptionOfType(Conflict.class).isThrownBy(() -> storage().write(each -> {
                each.users().add(added);
                assertThatExceptionOfType(Conflict.class).isThrownBy(() -> error.accept(each));
                return true;
            }));
            check(each -> assertThat(each.users().find(added.id())).isEmpty());
        }
    }

    /** A write inside a read is refused, and the store is good for more. */
    @Test
    void a_read_writes_nothing() {
        User user = added(IdentitySamples.USERS);
        User other = write(IdentitySamples.USERS::make);
        List<Consumer<Repositories>> writes = List.of(
                each -> each.users().add(other),
                each -> each.users().replace(user),
                each -> each.users().remove(user.id()),
                each -> each.records()
                        .erase(
                                each.records().kinds().getFirst(),
                                List.of(RecordKey.of(user.id().value()))));
        for (Consumer<Repositories> write : writes) {
            assertThatIllegalStateException().isThrownBy(() -> storage().read(each -> {
                write.accept(each);
                return true;
            }));
        }
        check(each -> assertThat(each.users().find(user.id())).contains(user));
        check(each -> assertThat(each.users().find(other.id())).isEmpty());
    }

    /** A unit inside another one is refused at once: it would wait for itself, or commit before the outer one. */
    @Test
    void a_unit_inside_another_one_is_refused() {
        List<Runnable> inner =
                List.of(() -> storage().write(each -> true), () -> storage().read(each -> true));
        for (Runnable unit : inner) {
            assertThatIllegalStateException().isThrownBy(() -> storage().write(each -> {
                unit.run();
                return true;
            }));
            assertThatIllegalStateException().isThrownBy(() -> storage().read(each -> {
                unit.run();
                return true;
            }));
        }
        check(each -> assertThat(true).isTrue());
    }

    /** Repositories that were kept are of no use once their unit is over, on no thread. */
    @Test
    void repositories_end_with_their_unit() throws InterruptedException {
        User user = added(IdentitySamples.USERS);
        List<Repositories> kept = new ArrayList<>();
        storage().write(kept::add);
        storage().read(kept::add);
        for (Repositories each : kept) {
            assertThatIllegalStateException().isThrownBy(() -> each.users().find(user.id()));
            assertThatIllegalStateException().isThrownBy(() -> each.users().remove(user.id()));
            assertThatIllegalStateException().isThrownBy(() -> each.records()
                    .count(each.records().kinds().getFirst()));
        }
        check(each -> assertThat(each.users().find(user.id())).isPresent());
    }

    /** A read sees one state, however much is written meanwhile; it does not see half of a unit. */
    @Test
    void a_read_sees_one_state() {
        User user = added(IdentitySamples.USERS);
        Project before =
                write((samples, each) -> each.projects().add(ProjectSamples.project(samples, samples.id(), user.id())));
        storage().read(each -> {
            assertThat(each.users().find(user.id())).isPresent();
            Thread writer = Thread.ofPlatform().start(() -> storage().write(other -> {
                other.projects().remove(before.id());
                return other.users().replace(user);
            }));
            join(writer);
            assertThat(each.projects().find(before.id())).contains(before);
            assertThat(each.users().find(user.id())).contains(user);
            return true;
        });
        check(each -> assertThat(each.projects().find(before.id())).isEmpty());
        check(each ->
                assertThat(each.users().find(user.id()).orElseThrow().version()).isEqualTo(1));
    }

    /** {@code readAsync} answers and fails as {@code read} does. */
    @Test
    void an_asynchronous_read_does_the_same() {
        User user = added(IdentitySamples.USERS);
        assertThat(storage().readAsync(each -> each.users().find(user.id())).join())
                .contains(user);
        Interrupted thrown = new Interrupted();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> storage()
                        .readAsync(each -> {
                            throw thrown;
                        })
                        .join())
                .withCause(thrown);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> storage()
                        .readAsync(each -> each.users().remove(user.id()))
                        .join())
                .withCauseInstanceOf(IllegalStateException.class);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
