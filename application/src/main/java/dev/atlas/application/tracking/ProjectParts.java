package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind that belong to projects. Readers of a project read them, its editors write, its owner deletes. One of
 * another project is {@link Refusal.NotFound} {@code KIND.not_found}.
 *
 * @param kind as codes have it, such as {@code cache_file}
 */
record ProjectParts<A>(
        Foundation foundation,
        ProjectAccess projects,
        String kind,
        Function<Repositories, Aggregates<Id<A>, A>> port,
        Function<A, Id<Project>> projectOf,
        ToLongFunction<A> versionOf) {

    /** Adds what {@code made} gives, which is asked once, and not for callers who may never write. */
    Committed<A> add(Caller caller, Id<Project> project, Supplier<A> made) {
        ExperimentAccess.mayWrite(caller);
        A part = made.get();
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            return port.apply(repositories).add(part);
        });
    }

    CompletableFuture<A> get(Caller caller, Id<Project> project, Id<A> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return find(repositories, project, id);
        });
    }

    /** What {@code found} gives, which is asked once the caller is known to be a reader of the project. */
    CompletableFuture<Slice<A>> list(Caller caller, Id<Project> project, Function<Repositories, Slice<A>> found) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return found.apply(repositories);
        });
    }

    /** Changes it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    Committed<A> change(
            Caller caller, Id<Project> project, Id<A> id, UnaryOperator<A> change, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            A current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, versionOf.applyAsLong(current));
            return port.apply(repositories).replace(change.apply(current));
        });
    }

    /** Returns what was deleted. */
    Committed<A> delete(Caller caller, Id<Project> project, Id<A> id, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            projects.owned(repositories, caller, project);
            A current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, versionOf.applyAsLong(current));
            port.apply(repositories).remove(id);
            return current;
        });
    }

    private A find(Repositories repositories, Id<Project> project, Id<A> id) {
        return port.apply(repositories)
                .find(id)
                .filter(part -> projectOf.apply(part).equals(project))
                .orElseThrow(() ->
                        new Refusal.NotFound(kind + ".not_found", "There is no such " + kind.replace('_', ' ') + "."));
    }
}
