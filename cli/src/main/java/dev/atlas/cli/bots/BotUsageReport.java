package dev.atlas.cli.bots;

import dev.atlas.application.bots.platform.BotUsage;
import dev.atlas.cli.Session;
import dev.atlas.cli.Table;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What bots were used for, as text for people or as JSON for programs, with the names the API has for its fields. */
record BotUsageReport(Session session, boolean json) {

    private static final List<String> HEADS = List.of(
            "PLATFORM",
            "ACCOUNTS",
            "CONVERSATIONS",
            "HEARD",
            "SAID",
            "INPUT",
            "OUTPUT",
            "COST USD",
            "UNPRICED",
            "FAILED");
    private static final List<String> AGENTS =
            List.of("AGENT", "SAID", "INPUT", "OUTPUT", "COST USD", "UNPRICED", "FAILED");

    void print(BotUsage usage) {
        if (json) {
            session.terminal().out().println(json(usage).text());
            return;
        }
        session.terminal().out().println("Since " + Instants.text(usage.since()));
        List<List<String>> platforms = new ArrayList<>();
        usage.byPlatform()
                .forEach(of -> platforms.add(
                        row(Words.of(of.platform()), of.linkedAccounts(), of.conversations(), of.figures())));
        platforms.add(row("all", usage.linkedAccounts(), usage.conversations(), usage.figures()));
        new Table(HEADS, platforms).print(session);
        List<List<String>> agents = usage.byAgent().stream()
                .filter(of -> of.agent() != null)
                .map(of -> row(String.valueOf(of.agent()), of.figures()))
                .toList();
        if (!agents.isEmpty()) {
            session.terminal().out().println();
            new Table(AGENTS, agents).print(session);
        }
    }

    private static List<String> row(String platform, long accounts, long conversations, BotFigures figures) {
        List<String> row = new ArrayList<>();
        row.add(platform);
        row.add(number(accounts));
        row.add(number(conversations));
        row.add(number(figures.inbound()));
        row.addAll(cells(figures));
        return row;
    }

    private static List<String> row(String agent, BotFigures figures) {
        List<String> row = new ArrayList<>();
        row.add(agent);
        row.addAll(cells(figures));
        return row;
    }

    private static List<String> cells(BotFigures figures) {
        return List.of(
                number(figures.outbound()),
                number(figures.inputTokens()),
                number(figures.outputTokens()),
                figures.costUsd().toPlainString(),
                number(figures.unpriced()),
                number(figures.errors()));
    }

    private static String number(long number) {
        return "%,d".formatted(number);
    }

    private static Json json(BotUsage usage) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("period_days", Json.Num.of(usage.days()));
        members.put("since", new Json.Str(Instants.text(usage.since())));
        members.put("total_conversations", Json.Num.of(usage.conversations()));
        members.put("total_linked_accounts", Json.Num.of(usage.linkedAccounts()));
        figures(members, usage.figures());
        members.put(
                "by_platform",
                new Json.Arr(usage.byPlatform().stream()
                        .map(BotUsageReport::platform)
                        .toList()));
        members.put(
                "by_agent",
                new Json.Arr(usage.byAgent().stream().map(BotUsageReport::agent).toList()));
        return new Json.Obj(members);
    }

    private static Json platform(BotUsage.OfPlatform of) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("platform", new Json.Str(Words.of(of.platform())));
        members.put("total_conversations", Json.Num.of(of.conversations()));
        members.put("total_linked_accounts", Json.Num.of(of.linkedAccounts()));
        figures(members, of.figures());
        return new Json.Obj(members);
    }

    private static Json agent(BotUsage.OfAgent of) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        if (of.agent() != null) {
            members.put("agent", new Json.Str(of.agent()));
        }
        figures(members, of.figures());
        return new Json.Obj(members);
    }

    private static void figures(SequencedMap<String, Json> members, BotFigures figures) {
        members.put("total_messages", Json.Num.of(figures.messages()));
        members.put("inbound_messages", Json.Num.of(figures.inbound()));
        members.put("outbound_messages", Json.Num.of(figures.outbound()));
        members.put("total_input_tokens", Json.Num.of(figures.inputTokens()));
        members.put("total_output_tokens", Json.Num.of(figures.outputTokens()));
        members.put("total_cost_usd", new Json.Str(figures.costUsd().toPlainString()));
        members.put("unpriced_messages", Json.Num.of(figures.unpriced()));
        members.put("failed_messages", Json.Num.of(figures.errors()));
    }
}
