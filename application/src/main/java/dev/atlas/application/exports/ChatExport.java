package dev.atlas.application.exports;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.function.Consumer;

/** Writes the chats of one user, within one unit of work: {@code ID.json} and {@code ID.md} of each. */
final class ChatExport {

    private static final int AT_ONCE = 100;

    private final Repositories repositories;
    private final ExportArchive archive;

    ChatExport(Repositories repositories, ExportArchive archive) {
        this.repositories = repositories;
        this.archive = archive;
    }

    /** Returns how many chats there are. */
    long write(Id<User> owner) {
        long written = 0;
        Cursor next = null;
        do {
            Slice<ChatSession> some =
                    repositories.chatSessions().ownedBy(owner, ChatFilter.NONE, new Page(Page.MAX_LIMIT, next));
            some.items().forEach(this::write);
            written += some.items().size();
            next = some.next();
        } while (next != null);
        return written;
    }

    private void write(ChatSession session) {
        archive.begin(session.id() + ".json");
        archive.line(ChatJson.opening(session));
        messages(session, message -> archive.line(ChatJson.message(message)));
        archive.line(ChatJson.CLOSING);
        archive.begin(session.id() + ".md");
        archive.line(ChatMarkdown.heading(session));
        messages(session, message -> archive.line(ChatMarkdown.message(message)));
    }

    private void messages(ChatSession session, Consumer<ChatMessage> each) {
        List<ChatMessage> some = repositories.chatMessages().after(session.id(), null, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(each);
            some = repositories
                    .chatMessages()
                    .after(session.id(), some.getLast().sequence(), AT_ONCE);
        }
    }
}
