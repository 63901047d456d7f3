package dev.atlas.cli.storage;

import dev.atlas.application.storage.StorageStatus;
import dev.atlas.cli.Session;
import dev.atlas.cli.Table;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.switching.Switch;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a store as text for people or as JSON for programs.
 *
 * @param other null if the settings name no other store
 */
record StatusReport(StorageStatus status, @Nullable OtherStore other) {

    void print(Session session) {
        PrintWriter out = session.terminal().out();
        StoreDescription store = status.store();
        out.printf("engine    %s %s%n", store.engine(), store.version());
        out.printf("url       %s%n", store.url());
        out.printf("store     %s%n", store.store());
        out.printf("schema    step %d, %s%n", store.step(), store.schema());
        out.printf(
                "role      %s, epoch %d%n",
                status.term().role().word(), status.term().epoch());
        out.printf("position  %s%n", status.position().text());
        status.nodes()
                .forEach(node -> out.printf(
                        "node      %s, started %s, last heard of %s%n",
                        node.id(), Instants.text(node.startedAt()), Instants.text(node.renewedAt())));
        if (other != null) {
            other.lines().forEach(out::println);
        }
        status.switches()
                .forEach(each -> out.printf(
                        "switch    to epoch %d, %s, begun %s%n",
                        each.epoch(), Words.of(each.state()), Instants.text(each.begunAt())));
        if (status.copy() != null) {
            out.printf(
                    "copy      %s, from %s%n",
                    status.copy().state(), status.copy().from());
        }
        List<List<String>> rows = new ArrayList<>();
        status.contents().counts().forEach((kind, count) -> rows.add(List.of(kind, "%,d".formatted(count))));
        new Table(List.of("KIND", "RECORDS"), rows).print(session);
        out.flush();
    }

    Json.Obj json() {
        SequencedMap<String, Json> members =
                new LinkedHashMap<>(json(status.store()).members());
        members.put("role", new Json.Str(status.term().role().word()));
        members.put("epoch", Json.Num.of(status.term().epoch()));
        members.put("position", new Json.Str(status.position().text()));
        if (status.copy() != null) {
            SequencedMap<String, Json> copy = new LinkedHashMap<>();
            copy.put("from", new Json.Str(status.copy().from()));
            copy.put("state", new Json.Str(status.copy().state()));
            members.put("copy", new Json.Obj(copy));
        }
        members.put(
                "nodes",
                new Json.Arr(
                        status.nodes().stream().<Json>map(StatusReport::json).toList()));
        if (other != null) {
            members.put("other", other.json());
        }
        members.put(
                "switches",
                new Json.Arr(
                        status.switches().stream().<Json>map(StatusReport::json).toList()));
        SequencedMap<String, Json> counts = new LinkedHashMap<>();
        status.contents().counts().forEach((kind, count) -> counts.put(kind, Json.Num.of(count)));
        members.put("records", new Json.Obj(counts));
        return new Json.Obj(members);
    }

    private static Json.Obj json(Switch entry) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(entry.id().toString()));
        members.put("epoch", Json.Num.of(entry.epoch()));
        members.put("from", new Json.Str(entry.from().toString()));
        members.put("to", new Json.Str(entry.to().toString()));
        members.put("state", new Json.Str(Words.of(entry.state())));
        members.put("begun_at", new Json.Str(Instants.text(entry.begunAt())));
        members.put("updated_at", new Json.Str(Instants.text(entry.updatedAt())));
        return new Json.Obj(members);
    }

    private static Json.Obj json(Node node) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(node.id().toString()));
        members.put("started_at", new Json.Str(Instants.text(node.startedAt())));
        members.put("renewed_at", new Json.Str(Instants.text(node.renewedAt())));
        return new Json.Obj(members);
    }

    static Json.Obj json(StoreDescription store) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("engine", new Json.Str(store.engine()));
        members.put("url", new Json.Str(store.url()));
        members.put("version", new Json.Str(store.version()));
        members.put("store", new Json.Str(store.store().toString()));
        members.put("step", Json.Num.of(store.step()));
        members.put("schema", new Json.Str(store.schema()));
        return new Json.Obj(members);
    }
}
