package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What is MongoDB's own in values, lists and positions; the contract is tested by the kit. */
class StoreTest extends OpenStore {

    @Test
    void keepsAwkwardValues() {
        String awkward = """
                {"b":1,"a.b":1.50,"$c":9007199254740993,"e":[],"o":{},"n":null,"x":[1E+2,0.0,-5,2147483648,\
                12345678901234567890.12345678901234,99999999999999999999999999999999],"\\"é😀":{"$set":{"a..b":true}}}""";
        User ann = added(user("ünï😀"));
        Project early = added(project(ann, "early", Instants.EARLIEST, awkward));
        Project late = added(project(ann, "late", Instants.LATEST, "{}"));

        Slice<Project> found = storage.read(r -> r.projects().list(ProjectFilter.NONE, Page.first(5)));

        assertThat(found.items()).containsExactly(late, early);
        assertThat(storage.<String>read(r ->
                        r.projects().find(early.id()).orElseThrow().settings().text()))
                .isEqualTo(Json.parse("settings", awkward).text());
    }

    @Test
    void recordsAreTheSameDocumentsAsRows() {
        added(project(added(user("ann")), "alpha", NOW, "{\"a.b\":[1.0]}"));
        List<BsonDocument> before = documents();

        storage.write(r -> {
            Kind users = kind(r, "users");
            Kind projects = kind(r, "projects");
            Map<Kind, List<StoredRecord>> all = new LinkedHashMap<>();
            all.put(users, r.records().scan(users, null, 10));
            all.put(projects, r.records().scan(projects, null, 10));
            for (Kind kind : List.of(projects, users)) {
                r.records()
                        .erase(
                                kind,
                                Objects.requireNonNull(all.get(kind)).stream()
                                        .map(StoredRecord::key)
                                        .toList());
                assertThat(r.records().count(kind)).isZero();
            }
            all.forEach((kind, records) -> {
                r.records().put(kind, records);
                assertThat(r.records().count(kind)).isEqualTo(1);
                assertThat(r.records().find(kind, List.of(records.getFirst().key())))
                        .isEqualTo(records);
                assertThat(r.records().scan(kind, records.getFirst().key(), 10)).isEmpty();
            });
            return true;
        });

        assertThat(documents()).isEqualTo(before);
    }

    private List<BsonDocument> documents() {
        List<BsonDocument> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(url)) {
            for (String collection : List.of("users", "projects")) {
                database(client)
                        .getCollection(collection, BsonDocument.class)
                        .find()
                        .into(documents);
            }
        }
        documents.forEach(document -> document.remove(ReferenceLocks.COLLECTION));
        return documents;
    }

    @Test
    void pagesByKeyAlsoWhereTimesAreEqual() {
        User ann = added(user("ann"));
        for (int i = 0; i < 5; i++) {
            added(project(ann, "p" + i, i < 4 ? NOW : NOW.minusSeconds(1), "{}"));
        }
        List<String> all = new ArrayList<>();
        Page page = Page.first(2);
        for (Slice<Project> slice = owned(ann, page); ; slice = owned(ann, page)) {
            slice.items().forEach(project -> all.add(project.id().toString()));
            if (slice.next() == null) {
                break;
            }
            page = new Page(2, slice.next());
        }
        List<String> whole = owned(ann, Page.first(9)).items().stream()
                .map(p -> p.id().toString())
                .toList();
        assertThat(all).hasSize(5).isEqualTo(whole);
        assertThat(whole.subList(0, 4)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void filtersByTextAsItIs() {
        User ann = added(user("ann"));
        Project alpha = added(project(ann, "a.b\\E$(c"));
        added(project(ann, "aXb"));

        ProjectFilter filter = new ProjectFilter(ProjectStatus.ACTIVE, null, ".b\\E$(");
        Slice<Project> found = storage.read(r -> r.projects().list(filter, Page.first(5)));

        assertThat(found.items()).containsExactly(alpha);
    }

    @Test
    void positionsGrow() {
        Position before = storage.position();
        Committed<User> ann = storage.write(r -> r.users().add(user("ann")));
        Committed<Integer> nothing = storage.write(r -> 1);

        assertThat(ann.position()).isGreaterThan(before);
        assertThat(nothing.position()).isGreaterThanOrEqualTo(ann.position());
        assertThat(storage.position()).isGreaterThanOrEqualTo(nothing.position());
    }
}
