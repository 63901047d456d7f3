package dev.atlas.application.commands;

import dev.atlas.application.Caller;
import dev.atlas.application.chat.ChatUseCases;
import dev.atlas.application.tools.Facts;
import dev.atlas.application.usage.UsageDashboard;
import dev.atlas.application.usage.UsageUseCases;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Commands on what was said, and what it took. */
record ChatCommands(ChatUseCases chat, UsageUseCases usage) {

    private static final int LATEST = 20;
    private static final int GLIMPSE = 200;

    CommandResult history(Caller caller) {
        List<ChatSession> latest = chat.catalog()
                .list(caller, new ChatFilter(false, null), Page.first(LATEST))
                .join()
                .items();
        return CommandResult.told(
                Command.HISTORY,
                latest.isEmpty()
                        ? "There are no chats yet."
                        : CommandResult.lines(latest.stream()
                                .map(each -> Objects.requireNonNullElse(each.title(), "Without a title"))),
                Facts.list(
                        "sessions",
                        latest,
                        each -> new Facts()
                                .with("id", each.id())
                                .with("title", each.title())
                                .with("message_count", each.totals().messages())
                                .with("updated_at", each.updatedAt()),
                        false));
    }

    CommandResult usage(Caller caller) {
        UsageDashboard own =
                usage.own().dashboard(caller, UsageFilter.NONE, ZoneOffset.UTC).join();
        return CommandResult.told(
                Command.USAGE,
                CommandResult.lines(Stream.of(
                        line("Today", own.today()), line("30 days", own.month()), line("Ever", own.overall()))),
                new Facts()
                        .with("today", figures(own.today()))
                        .with("month", figures(own.month()))
                        .with("overall", figures(own.overall()))
                        .object());
    }

    private static String line(String when, UsageFigures figures) {
        return "%s: %d calls, %d tokens, %s USD"
                .formatted(
                        when,
                        figures.calls(),
                        figures.totalTokens(),
                        figures.costUsd().toPlainString());
    }

    private static Json.Obj figures(UsageFigures figures) {
        return new Facts()
                .with("requests", figures.calls())
                .with("total_tokens", figures.totalTokens())
                .with("cost_usd", figures.costUsd().toPlainString())
                .with("unpriced_requests", figures.unpriced())
                .object();
    }

    CommandResult search(Caller caller, String text) {
        if (text.isEmpty()) {
            return CommandResult.refused(Command.SEARCH, "Say what to look for: /search text.");
        }
        List<ChatMessage> found =
                chat.log().containing(caller, text, Page.first(LATEST)).join().items();
        return CommandResult.told(
                Command.SEARCH,
                found.isEmpty()
                        ? "Nothing was found."
                        : CommandResult.lines(
                                found.stream().map(each -> glimpse(each.entry().content()))),
                Facts.list(
                        "messages",
                        found,
                        each -> new Facts()
                                .with("session_id", each.sessionId())
                                .with("sequence", each.sequence())
                                .with("role", each.entry().role())
                                .with("content", glimpse(each.entry().content()))
                                .with("created_at", each.createdAt()),
                        false));
    }

    private static String glimpse(String content) {
        return content.codePointCount(0, content.length()) <= GLIMPSE
                ? content
                : content.substring(0, content.offsetByCodePoints(0, GLIMPSE)) + "...";
    }

    static CommandResult export() {
        String place = "/api/v1/exports/chats";
        return CommandResult.told(
                        Command.EXPORT,
                        "A zip of your chats, each as JSON and as Markdown, is at " + place + ".",
                        new Facts().with("path", place).object())
                .then("download");
    }
}
