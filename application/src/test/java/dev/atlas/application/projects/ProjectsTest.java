package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Ann owns projects, Ed edits them, Vic views them, Sam is a stranger to them, and Root administers everything. */
abstract class ProjectsTest {

    SqliteAtlas test;
    ProjectUseCases projects;
    Caller ann;
    Caller ed;
    Caller vic;
    Caller sam;
    Caller root;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new SqliteAtlas(folder);
        projects = test.atlas().projects();
        ann = test.member("ann");
        ed = test.member("ed");
        vic = test.member("vic");
        sam = test.member("sam");
        root = test.administrator("root");
    }

    @AfterEach
    void close() {
        test.close();
    }

    static ProjectDetails details(String name, Visibility visibility) {
        return new ProjectDetails(name, null, null, visibility, List.of(), Json.Obj.EMPTY, Json.Obj.EMPTY);
    }

    static Json.Obj json(String text) {
        return (Json.Obj) Json.parse("test", text);
    }

    Project create(Caller owner, String name, Visibility visibility) {
        return projects.catalog().create(owner, details(name, visibility)).value();
    }

    /** A private project of Ann's that Ed edits and Vic views. */
    Project shared(String name) {
        Project project = create(ann, name, Visibility.PRIVATE);
        join(project, ed, MemberRole.EDITOR);
        join(project, vic, MemberRole.VIEWER);
        return project;
    }

    void join(Project project, Caller who, MemberRole role) {
        Caller owner = new Caller(project.ownerId(), "owner", SqliteAtlas.MEMBER, null, ann.origin());
        projects.membership().put(owner, project.id(), who.user(), role, null);
    }

    Project archive(Project project) {
        return projects.lifecycle().archive(ann, project.id(), null).value();
    }

    Project get(Caller caller, Id<Project> id) {
        return now(projects.catalog().get(caller, id));
    }

    /** What a read answers, or throws. */
    static <R> R now(CompletableFuture<R> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static void assertRefused(Class<? extends Refusal> as, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(as, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    static void assertHidden(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.NotFound.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("project.not_found"))
                .hasMessage("There is no such project.");
    }

    /** An id that nothing has. */
    <T> Id<T> unknown() {
        return test.foundation().ids().next();
    }

    Id<User> unknownUser() {
        return unknown();
    }
}
