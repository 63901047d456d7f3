package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversations with bots. Both know a chat by the same words, on Slack those of channel and thread, so whoever goes on where they
 * were is in the same conversation. The predecessor had one for all who spoke in a group; it is that of the account it names.
 */
record LegacyBotConversationTable(String source, Instant now, LegacyBots bots, Findings findings)
        implements LegacyTable<BotConversation> {

    private static final String PLACE = "platform_conversation_id";
    private static final String AGENT = "agent_id";
    private static final String SESSION = "session_id";

    @Override
    public String table() {
        return "bot_conversations";
    }

    @Override
    public String entities() {
        return "bot_conversations";
    }

    /** What a private chat is known by is whom it is with. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(row, Map.of(PLACE, TableImport::digest));
    }

    /** Its id follows from account and chat, as that of any other does. */
    @Override
    public BotConversation read(Cells cells, UUID id) {
        BotAccount account = bots.account(cells);
        BotPlatform platform = BotPlatform.of("platform", cells.requiredText("platform"));
        if (platform != account.platform()) {
            throw new InvalidValue("platform", "is not that of its account");
        }
        String place = cells.requiredText(PLACE).strip();
        Instant created = cells.time("created_at").orElse(now);
        return new BotConversation(
                BotConversation.id(account.id(), place),
                platform,
                place,
                account.id(),
                agent(cells),
                session(cells, account),
                created,
                cells.time("last_message_at").orElse(created),
                0);
    }

    private static @Nullable String agent(Cells cells) {
        String name = cells.text(AGENT);
        return name == null ? null : Agent.of(name.strip()).map(Agent::id).orElse(null);
    }

    /** Nobody goes on in somebody else's chat. */
    private @Nullable Id<ChatSession> session(Cells cells, BotAccount account) {
        String key = cells.text(SESSION);
        LegacyLinks.Chat chat = key == null ? null : bots.people().playgrounds().get(key);
        return chat != null && chat.owner().equals(account.userId()) ? chat.id() : null;
    }

    @Override
    public Optional<Object> only(BotConversation conversation) {
        return Optional.of(conversation.id());
    }

    @Override
    public UUID remembered(BotConversation conversation, UUID id) {
        return conversation.id().value();
    }

    @Override
    public UUID idOf(BotConversation conversation) {
        return conversation.id().value();
    }

    @Override
    public void met(String key, Cells cells, BotConversation conversation) {
        bots.conversations().put(key, conversation.id());
        String agent = cells.text(AGENT);
        if (agent != null && !agent.isBlank() && agent(cells) == null) {
            findings.add(Findings.Code.AGENT_UNKNOWN, "%s %s".formatted(table(), key));
        }
        if (cells.text(SESSION) != null && session(cells, bots.account(cells)) == null) {
            findings.add(Findings.Code.CHAT_MISSING, table() + " " + key);
        }
    }

    /** They have spoken there in Atlas already. */
    @Override
    public Optional<BotConversation> present(Repositories repositories, BotConversation conversation) {
        return repositories.botConversations().find(conversation.id());
    }

    /** What was said here goes on here; if no model was asked yet, it goes on where they were. */
    @Override
    public void adopt(Repositories repositories, BotConversation present, BotConversation theirs) {
        if (present.sessionId() == null && theirs.sessionId() != null) {
            String agent = present.agent() == null ? theirs.agent() : present.agent();
            repositories.botConversations().replace(present.spoken(agent, theirs.sessionId(), present.lastMessageAt()));
        }
    }

    @Override
    public void add(Repositories repositories, BotConversation conversation) {
        repositories.botConversations().add(conversation);
    }

    @Override
    public Optional<BotConversation> find(Repositories repositories, UUID id) {
        return repositories.botConversations().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<BotConversation> three) {
        BotConversation mine = three.mine();
        if (!three.theirs().id().equals(mine.id())) {
            throw new InvalidValue("row", "is another conversation than the one that was imported, which stays");
        }
        BotConversation after = new BotConversation(
                mine.id(),
                mine.platform(),
                mine.conversation(),
                mine.accountId(),
                three.of(BotConversation::agent),
                three.of(BotConversation::sessionId),
                mine.createdAt(),
                three.of(BotConversation::lastMessageAt),
                mine.version());
        if (!after.equals(mine)) {
            repositories.botConversations().replace(after);
        }
    }
}
