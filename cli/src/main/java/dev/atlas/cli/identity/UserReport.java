package dev.atlas.cli.identity;

import dev.atlas.cli.Session;
import dev.atlas.cli.Table;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Users as text for people or as JSON for programs, with the names the API has for their fields. */
record UserReport(Session session, boolean json) {

    private static final List<String> HEADS = List.of("USERNAME", "ROLE", "ACTIVE", "NAME", "E-MAIL", "CREATED");

    /** Says what was done with a user; {@code password} only if it has to be shown. */
    void changed(String sentence, User user, NewPassword password) {
        if (json) {
            SequencedMap<String, Json> members = members(user);
            if (password.generated()) {
                members.put("password", new Json.Str(password.text()));
            }
            print(new Json.Obj(members).text());
        } else {
            print(sentence + (password.generated() ? "; this password is shown only now: " + password.text() : "."));
        }
    }

    /** Says what was done with a user. */
    void changed(String sentence, User user) {
        print(json ? new Json.Obj(members(user)).text() : sentence);
    }

    void one(User user) {
        if (json) {
            print(new Json.Obj(members(user)).text());
        } else {
            new Table(HEADS, List.of(row(user))).print(session);
        }
    }

    void all(List<User> users) {
        if (json) {
            print(new Json.Arr(users.stream()
                            .<Json>map(user -> new Json.Obj(members(user)))
                            .toList())
                    .text());
        } else {
            new Table(HEADS, users.stream().map(UserReport::row).toList()).print(session);
        }
    }

    private static List<String> row(User user) {
        return List.of(
                user.username().value(),
                user.role(),
                user.active() ? "yes" : "no",
                Objects.requireNonNullElse(user.displayName(), ""),
                Objects.requireNonNullElse(user.email(), ""),
                Instants.text(user.createdAt()));
    }

    private static SequencedMap<String, Json> members(User user) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(user.id().toString()));
        members.put("username", new Json.Str(user.username().value()));
        put(members, "display_name", user.displayName());
        put(members, "email", user.email());
        members.put("role", new Json.Str(user.role()));
        members.put("is_active", new Json.Bool(user.active()));
        members.put("created_at", new Json.Str(Instants.text(user.createdAt())));
        members.put("updated_at", new Json.Str(Instants.text(user.updatedAt())));
        members.put("version", Json.Num.of(user.version()));
        return members;
    }

    private static void put(SequencedMap<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Str(value));
        }
    }

    private void print(String line) {
        session.terminal().out().println(line);
    }
}
