package dev.atlas.application.exports;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A chat as people read it: its title, then under whose words they are what was said, as a quotation: nothing in it counts outside. */
final class ChatMarkdown {

    private ChatMarkdown() {}

    static String heading(ChatSession session) {
        return "# " + oneLine(Objects.requireNonNullElse(session.title(), "Untitled chat")) + "\n";
    }

    static String message(ChatMessage message) {
        ChatEntry entry = message.entry();
        StringJoiner heading = new StringJoiner(", ", "## ", "\n\n").add(Words.of(entry.role()));
        if (entry.model() != null) {
            heading.add(oneLine(entry.model()));
        }
        if (entry.state() != MessageState.COMPLETE) {
            heading.add(Words.of(entry.state()));
        }
        return heading.add(Instants.text(message.createdAt())) + quoted(entry.content()) + "\n";
    }

    private static String quoted(String content) {
        return content.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
