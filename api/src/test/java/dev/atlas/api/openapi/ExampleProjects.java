package dev.atlas.api.openapi;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;

import dev.atlas.api.ServedAtlas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Projects of Olga's, each with one of everything in it, and a chat and a preset of hers; Reader may read them, Editor may write. */
final class ExampleProjects {

    /** The beginning of every id in the examples of the document; what follows says of what. */
    private static final String EXAMPLE = "0192f3c4-5d6e-7a8b-9c0d-1e2f3a4b5c";

    private final ServedAtlas atlas;
    private final String reader;
    private final String editor;
    private final String heir;
    private int sequence;

    private ExampleProjects(ServedAtlas atlas, String reader, String editor, String heir) {
        this.atlas = atlas;
        this.reader = reader;
        this.editor = editor;
        this.heir = heir;
    }

    /** Adds the users, all of them members, and a role that nobody has. */
    static ExampleProjects in(ServedAtlas atlas) throws Exception {
        ok(201, atlas.post("admin", "/roles", "{\"role\":\"auditor\"}"));
        atlas.add("olga", "member");
        return new ExampleProjects(
                atlas, atlas.add("reader", "member"), atlas.add("editor", "member"), atlas.add("heir", "member"));
    }

    /** A project of its own, to be done with as one likes. */
    Things next(String visibility) throws Exception {
        sequence++;
        String project =
                made("olga", "/projects", "{\"name\":\"p%d\",\"visibility\":\"%s\"}".formatted(sequence, visibility));
        String members = "/projects/" + project + "/members/";
        ok(201, atlas.send("olga", "PUT", members + reader, "{\"role\":\"viewer\"}"));
        ok(201, atlas.send("olga", "PUT", members + editor, "{\"role\":\"editor\"}"));
        String subject = made("olga", "/projects/" + project + "/subjects", "{\"subject_id\":\"s\"}");
        String file = made("olga", "/projects/" + project + "/cache-files", "{\"release\":\"R1\"}");
        String run =
                made("olga", "/experiments", "{\"project_id\":\"%s\",\"experiment_name\":\"e\"}".formatted(project));
        ok(201, atlas.send("olga", "PUT", "/experiments/" + run + "/epochs/1", "{}"));
        String best = made("olga", "/experiments/" + run + "/checkpoints", "{\"epoch\":1,\"is_best\":true}");
        String chat = made("olga", "/chat/sessions", "{}");
        ok(201, atlas.post("olga", "/chat/sessions/" + chat + "/messages", "{\"content\":\"c\"}"));
        String preset = made("olga", "/chat/presets", "{\"name\":\"p%d\",\"agent\":\"ops\"}".formatted(sequence));
        return new Things(project, subject, file, run, best, chat, preset, editor, editor, heir);
    }

    /** A user to be done with as one likes. */
    String user() throws Exception {
        sequence++;
        return made(
                "admin", "/users", "{\"username\":\"user%d\",\"password\":\"correct horse 1\"}".formatted(sequence));
    }

    private String made(String as, String path, String body) throws Exception {
        return text(ok(201, atlas.post(as, path, body)), "id");
    }

    /** What requests can be about, by id. */
    record Things(
            String project,
            String subject,
            String cacheFile,
            String experiment,
            String checkpoint,
            String chat,
            String preset,
            String user,
            String member,
            String heir) {

        /** The same with another user. */
        Things about(String other) {
            return new Things(project, subject, cacheFile, experiment, checkpoint, chat, preset, other, member, heir);
        }

        /** The path as {@link ServedAtlas#request} takes it, with the query it needs. */
        String target(DocumentedOperation operation) {
            String whole = operation.path();
            String path = whole.startsWith("/api/v1") ? whole.substring("/api/v1".length()) : "/" + whole;
            path = path.replace("{id}", id(path))
                    .replace("{user_id}", member)
                    .replace("{subject_id}", subject)
                    .replace("{cache_file_id}", cacheFile)
                    .replace("{checkpoint_id}", checkpoint)
                    .replace("{username}", "olga")
                    .replace("{role}", "auditor")
                    .replace("{agent}", "ops")
                    .replace("{provider}", "openai")
                    .replace("{platform}", "slack")
                    .replace("{name}", "WALK")
                    .replace("{epoch}", "1")
                    .replace("{message}", "1")
                    .replace("{model}", "ollama/model-a");
            Map<String, String> known = Map.of("experiment", experiment);
            List<String> queries = new ArrayList<>();
            for (String query : operation.requiredQueries()) {
                queries.add(query + "=" + known.getOrDefault(query, "x"));
            }
            if (operation.id().equals("export")) {
                queries.add("project=" + project);
            }
            return queries.isEmpty() ? path : path + "?" + String.join("&", queries);
        }

        private String id(String path) {
            if (path.startsWith("/chat/sessions")) {
                return chat;
            }
            if (path.startsWith("/chat/presets")) {
                return preset;
            }
            return path.startsWith("/projects") ? project : path.startsWith("/experiments") ? experiment : user;
        }

        /** The documented example, about these things. */
        String body(DocumentedOperation operation) {
            return operation
                    .body()
                    .replace(EXAMPLE + "01", project)
                    .replace(EXAMPLE + "02", heir)
                    .replace(EXAMPLE + "03", experiment)
                    .replace(EXAMPLE + "04", experiment)
                    .replace(EXAMPLE + "05", checkpoint);
        }
    }
}
