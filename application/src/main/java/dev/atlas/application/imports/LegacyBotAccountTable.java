package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who on a chat platform is which user. Of a link that nobody has finished the row is kept and nothing else, and of no row its
 * code. Who is linked in Atlas to somebody else stays so.
 */
record LegacyBotAccountTable(String source, Instant now, IncomingIdentity incoming, LegacyBots bots, Findings findings)
        implements LegacyTable<LegacyBotAccountTable.Link> {

    /** In the place of an id, until somebody has sent the code. */
    private static final String PENDING = "pending:";

    private static final String CODE = "verification_code";
    private static final String PERSON = "platform_user_id";
    private static final Shortened NAME = new Shortened("platform_username", BotAccount.LONGEST);

    /**
     * One link.
     *
     * @param finished false if it is none yet, and the account no more than what it would be
     */
    record Link(BotAccount account, boolean finished) {}

    @Override
    public String table() {
        return "bot_platform_accounts";
    }

    @Override
    public String entities() {
        return "bot_accounts";
    }

    @Override
    public SourceRow kept(SourceRow row) {
        SequencedMap<String, SourceValue> columns = new LinkedHashMap<>(row.columns());
        columns.remove(CODE);
        return LegacyTable.with(
                new SourceRow(columns),
                Map.of(PERSON, LegacyBotAccountTable::mark, NAME.column(), name -> TableImport.digest(NAME.of(name))));
    }

    private static String mark(String person) {
        return person.startsWith(PENDING) ? PENDING : TableImport.digest(person.strip());
    }

    @Override
    public Link read(Cells cells, UUID id) {
        String person = cells.requiredText(PERSON);
        boolean finished = cells.flag("verified") && !person.startsWith(PENDING);
        BotPlatform platform = BotPlatform.of("platform", cells.requiredText("platform"));
        if (finished) {
            bots.claim(PERSON, Words.of(platform) + ":" + person.strip(), cells);
        }
        Instant created = cells.time("created_at").orElse(now);
        BotAccount account = new BotAccount(
                new Id<>(id),
                bots.people().user("user_id", cells.requiredText("user_id")),
                platform,
                finished ? person : PENDING,
                finished ? NAME.of(cells) : null,
                created,
                cells.time("updated_at").orElse(created),
                0);
        return new Link(account, finished);
    }

    @Override
    public @Nullable UUID remembered(Link link, UUID id) {
        return link.finished() ? id : null;
    }

    @Override
    public UUID idOf(Link link) {
        return link.account().id().value();
    }

    @Override
    public void met(String key, Cells cells, Link link) {
        if (link.finished()) {
            bots.accounts().put(key, link.account());
            Shortened.report(findings, table(), key, cells, List.of(NAME));
        } else {
            bots.unfinished().add(key);
            findings.add(Findings.Code.LINK_UNFINISHED, table() + " " + key);
        }
    }

    /** They have linked themselves in Atlas already. */
    @Override
    public Optional<Link> present(Repositories repositories, Link link) {
        return there(repositories, link)
                .filter(account -> account.userId().equals(link.account().userId()))
                .map(account -> new Link(account, true));
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Link link) {
        if (!link.finished()) {
            return Optional.empty();
        }
        return there(repositories, link).isPresent()
                ? Optional.of(PERSON + " is linked to another user in Atlas")
                : LegacyTable.super.obstacle(repositories, link);
    }

    private static Optional<BotAccount> there(Repositories from, Link link) {
        BotAccount account = link.account();
        return link.finished() ? from.botAccounts().of(account.platform(), account.platformUserId()) : Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Link link) {
        if (link.finished()) {
            BotAccount account = repositories.botAccounts().add(link.account());
            incoming.note(
                    repositories,
                    "bot_account.imported",
                    new Resource("bot_account", account.id().toString()));
        }
    }

    @Override
    public Optional<Link> find(Repositories repositories, UUID id) {
        return repositories.botAccounts().find(new Id<>(id)).map(account -> new Link(account, true));
    }

    /** The predecessor gave the numbers of links that were undone to others. */
    @Override
    public void update(Repositories repositories, ThreeWay<Link> three) {
        BotAccount mine = three.mine().account();
        BotAccount theirs = three.theirs().account();
        boolean same = three.theirs().finished()
                && theirs.platform() == mine.platform()
                && theirs.platformUserId().equals(mine.platformUserId())
                && theirs.userId().equals(mine.userId());
        if (!same) {
            throw new InvalidValue("row", "is another link than the one that was imported, which stays");
        }
        String name = three.of(link -> link.account().platformUsername(), TableImport::digest);
        BotAccount after = mine.named(name, theirs.updatedAt());
        if (!after.equals(mine)) {
            repositories.botAccounts().replace(after);
        }
    }
}
