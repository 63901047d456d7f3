package dev.atlas.cli.bots;

import dev.atlas.application.bots.platform.BotAdministration.Shown;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.cli.Session;
import dev.atlas.cli.Table;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Bots as text for people or as JSON for programs, with the names the API has for their fields. */
record BotStatusReport(Session session, boolean json) {

    private static final List<String> HEADS =
            List.of("PLATFORM", "STATE", "BOT", "HEARS BY", "HEALTH", "24 H", "ACCOUNTS");

    void one(Shown bot) {
        if (json) {
            print(new Json.Obj(members(bot)).text());
        } else {
            all(List.of(bot));
        }
    }

    void all(List<Shown> bots) {
        if (json) {
            print(new Json.Arr(bots.stream()
                            .<Json>map(bot -> new Json.Obj(members(bot)))
                            .toList())
                    .text());
        } else {
            new Table(HEADS, bots.stream().map(BotStatusReport::row).toList()).print(session);
        }
    }

    private static List<String> row(Shown bot) {
        BotConfiguration set = bot.configuration();
        return List.of(
                Words.of(bot.platform()),
                !bot.configured() ? "not set up" : enabled(bot) ? "enabled" : "disabled",
                set == null ? "" : Optional.ofNullable(set.botName()).orElse(""),
                bot.reception() == null ? "" : Words.of(bot.reception()),
                health(bot.health()),
                "%,d".formatted(bot.messagesLastDay()),
                "%,d".formatted(bot.linkedAccounts()));
    }

    private static String health(@Nullable BotHealth health) {
        if (health == null) {
            return "";
        }
        return health.healthy() ? "healthy" : String.valueOf(health.error());
    }

    private static SequencedMap<String, Json> members(Shown bot) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("platform", new Json.Str(Words.of(bot.platform())));
        members.put("configured", new Json.Bool(bot.configured()));
        members.put("enabled", new Json.Bool(enabled(bot)));
        if (bot.reception() != null) {
            members.put("reception", new Json.Str(Words.of(bot.reception())));
        }
        BotHealth health = bot.health();
        if (health != null) {
            members.put("healthy", new Json.Bool(health.healthy()));
        }
        BotConfiguration set = bot.configuration();
        if (set != null) {
            text(members, "bot_name", set.botName());
            text(members, "webhook_url", set.webhookUrl());
        }
        if (health != null) {
            text(members, "registered_url", health.webhookUrl());
            text(members, "error", health.error());
        }
        members.put("messages_24h", Json.Num.of(bot.messagesLastDay()));
        members.put("linked_accounts", Json.Num.of(bot.linkedAccounts()));
        return members;
    }

    private static void text(SequencedMap<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Str(value));
        }
    }

    private static boolean enabled(Shown bot) {
        return bot.configuration() != null && bot.configuration().enabled();
    }

    private void print(String line) {
        session.terminal().out().println(line);
    }
}
