package dev.atlas.application.imports;

import dev.atlas.application.bots.platform.BotSecrets;
import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bots that were set up. The predecessor kept the name of a token and not the token, so only one is known that was a setting of
 * that name; a bot that lacks what it needs is not in use. One that was set up in Atlas stays.
 *
 * @param settings the names of those that are secrets of Atlas now and can be read, or would be in a dry run
 * @param readable the names of all secrets of Atlas that can be read
 */
record LegacyBotTable(
        String source,
        Instant now,
        IncomingIdentity incoming,
        Set<String> settings,
        Set<String> readable,
        Findings findings)
        implements LegacyTable<LegacyBotTable.Bot> {

    private static final String TOKEN = "bot_token_secret";
    private static final String SECRET = "webhook_secret";
    private static final String EXTRA = "extra_config";

    /**
     * One bot.
     *
     * @param tokenName of the secret that is its token, as the file says
     * @param secret in clear; absent if there is none, and of what is in Atlas
     * @param complete true if it has all it needs
     */
    record Bot(
            BotConfiguration configuration,
            String tokenName,
            @Nullable String secret,
            boolean complete) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Bot[" + configuration.id() + "]";
        }
    }

    @Override
    public String table() {
        return "bot_webhook_configs";
    }

    @Override
    public String entities() {
        return "bots";
    }

    /** With a token that becomes known the row is another one. */
    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                withoutSecrets(row),
                Map.of(
                        SECRET,
                        LegacyTable::hidden,
                        TOKEN,
                        name -> settings.contains(name) ? name : LegacyTable.hidden(name)));
    }

    private static SourceRow withoutSecrets(SourceRow row) {
        String secret = row.value(SECRET) instanceof SourceValue.Text(String text) ? text : null;
        return LegacyTable.with(row, Map.of(EXTRA, text -> HiddenSecrets.in(text, secret)));
    }

    @Override
    public Bot read(Cells cells, UUID id) {
        BotPlatform platform = BotPlatform.of("platform", cells.requiredText("platform"));
        String tokenName = cells.requiredText(TOKEN);
        boolean complete = complete(platform, tokenName);
        Instant created = cells.time("created_at").orElse(now);
        BotConfiguration configuration = new BotConfiguration(
                Words.of(platform),
                platform,
                complete && cells.flag("enabled", true),
                null,
                null,
                new Cells(withoutSecrets(cells.row()), cells.zone()).object(EXTRA),
                0,
                created,
                cells.time("updated_at").orElse(created),
                0);
        return new Bot(configuration, tokenName, secret(platform, cells), complete);
    }

    /** The signing secret of Slack is nowhere in the file. */
    private boolean complete(BotPlatform platform, String tokenName) {
        boolean token = settings.contains(tokenName)
                || readable.contains(BotSecrets.token(platform).value());
        return token
                && (platform != BotPlatform.SLACK
                        || readable.contains(BotSecrets.secret(platform).value())
                        || readable.contains(BotSecrets.appToken(platform).value()));
    }

    /** On Slack there is the name of another token in its place. */
    private static @Nullable String secret(BotPlatform platform, Cells cells) {
        String secret = cells.text(SECRET);
        return secret == null || secret.isBlank() || platform == BotPlatform.SLACK
                ? null
                : IncomingIdentity.value(SECRET, secret);
    }

    @Override
    public Optional<Object> only(Bot bot) {
        return Optional.of(bot.configuration().platform());
    }

    @Override
    public void met(String key, Cells cells, Bot bot) {
        if (!bot.complete()) {
            findings.add(Findings.Code.BOT_INCOMPLETE, bot.configuration().id());
        }
        if (!withoutSecrets(cells.row()).value(EXTRA).equals(cells.row().value(EXTRA))) {
            findings.add(Findings.Code.SECRET_LEFT, "%s %s: %s".formatted(table(), key, EXTRA));
        }
    }

    @Override
    public UUID idOf(Bot bot) {
        return LegacyTable.id(source, table(), bot.configuration().id());
    }

    @Override
    public Optional<Bot> present(Repositories repositories, Bot bot) {
        return there(repositories, bot.configuration().id());
    }

    private static Optional<Bot> there(Repositories from, String platform) {
        return from.botConfigurations().find(platform).map(bot -> new Bot(bot, "", null, true));
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Bot bot) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Bot bot) {
        repositories.botConfigurations().add(bot.configuration());
        keepSecrets(repositories, bot, null);
        note(repositories, bot);
    }

    private void note(Repositories to, Bot bot) {
        incoming.note(
                to, "bot.imported", new Resource("bot", bot.configuration().id()));
    }

    /** @param imported when those were last changed that were imported before; absent if none was */
    private void keepSecrets(Repositories to, Bot bot, @Nullable Instant imported) {
        BotPlatform platform = bot.configuration().platform();
        if (settings.contains(bot.tokenName())) {
            String token =
                    incoming.secretValue(to, new SecretName(bot.tokenName())).orElse(null);
            keep(to, bot, BotSecrets.token(platform), token, imported);
        }
        keep(to, bot, BotSecrets.secret(platform), bot.secret(), imported);
    }

    /** One that was set in Atlas stays. */
    private void keep(Repositories to, Bot bot, SecretName name, @Nullable String value, @Nullable Instant imported) {
        Secret before = to.secrets().find(name).orElse(null);
        if (value == null || (before != null && !before.updatedAt().equals(imported))) {
            return;
        }
        Secret after = new Secret(
                name,
                incoming.secret(to, name, value),
                before == null ? bot.configuration().createdAt() : before.createdAt(),
                bot.configuration().updatedAt(),
                before == null ? 0 : before.version());
        if (before == null) {
            to.secrets().add(after);
        } else {
            to.secrets().replace(after);
        }
        incoming.note(to, "secret.imported", new Resource("secret", name.value()));
    }

    @Override
    public Optional<Bot> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Bot> found(Repositories repositories, KnownRow row) {
        return there(repositories, LegacyTable.text(row, "platform"));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Bot> three) {
        BotConfiguration mine = three.mine().configuration();
        BotConfiguration theirs = three.theirs().configuration();
        Instant imported = three.base().configuration().updatedAt();
        if (theirs.platform() != mine.platform()) {
            throw new InvalidValue("platform", "is another one than was imported, whose bot stays");
        }
        if (!mine.updatedAt().equals(imported)) {
            return;
        }
        BotConfiguration after = new BotConfiguration(
                mine.id(),
                mine.platform(),
                theirs.enabled(),
                mine.botName(),
                mine.webhookUrl(),
                theirs.extra(),
                mine.place(),
                mine.createdAt(),
                theirs.updatedAt(),
                mine.version());
        if (!after.equals(mine)) {
            repositories.botConfigurations().replace(after);
        }
        keepSecrets(repositories, three.theirs(), imported);
        note(repositories, three.theirs());
    }
}
