package dev.atlas.cli.bots;

import dev.atlas.application.bots.NamedAccount;
import dev.atlas.cli.Session;
import dev.atlas.cli.Table;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** Linked accounts as text for people or as JSON for programs, with the names the API has for their fields. */
record AccountReport(Session session, boolean json) {

    private static final List<String> HEADS = List.of("USERNAME", "PLATFORM", "PLATFORM USER", "NAME THERE", "LINKED");

    /** Says what was done with an account. */
    void changed(String sentence, NamedAccount named) {
        print(json ? new Json.Obj(members(named)).text() : sentence);
    }

    void all(List<NamedAccount> accounts) {
        if (json) {
            print(new Json.Arr(accounts.stream()
                            .<Json>map(named -> new Json.Obj(members(named)))
                            .toList())
                    .text());
        } else {
            new Table(HEADS, accounts.stream().map(AccountReport::row).toList()).print(session);
        }
    }

    private static List<String> row(NamedAccount named) {
        BotAccount account = named.account();
        return List.of(
                named.username(),
                Words.of(account.platform()),
                account.platformUserId(),
                Objects.requireNonNullElse(account.platformUsername(), ""),
                Instants.text(account.createdAt()));
    }

    private static SequencedMap<String, Json> members(NamedAccount named) {
        BotAccount account = named.account();
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(account.id().toString()));
        members.put("user_id", new Json.Str(account.userId().toString()));
        members.put("username", new Json.Str(named.username()));
        members.put("platform", new Json.Str(Words.of(account.platform())));
        members.put("platform_user_id", new Json.Str(account.platformUserId()));
        if (account.platformUsername() != null) {
            members.put("platform_username", new Json.Str(account.platformUsername()));
        }
        members.put("created_at", new Json.Str(Instants.text(account.createdAt())));
        members.put("updated_at", new Json.Str(Instants.text(account.updatedAt())));
        members.put("version", Json.Num.of(account.version()));
        return members;
    }

    private void print(String line) {
        session.terminal().out().println(line);
    }
}
