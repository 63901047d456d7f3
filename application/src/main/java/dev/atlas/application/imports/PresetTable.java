package dev.atlas.application.imports;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Presets of the playground. One without a user is the system's; of two of one name the first is taken. Skills and what else was set
 * that Atlas has no place for stay with the row. Source: usage reference, section 5.5.
 */
record PresetTable(String source, Instant now, LegacyLinks links) implements LegacyTable<ChatPreset> {

    @Override
    public String table() {
        return "playground_presets";
    }

    @Override
    public String entities() {
        return "presets";
    }

    @Override
    public ChatPreset read(Cells cells, UUID id) {
        String user = cells.text("user_id");
        Instant created = cells.time("created_at").orElse(now);
        PresetDetails details = new PresetDetails(
                cells.requiredText("name"),
                cells.text("description"),
                Agent.of("agent_id", cells.requiredText("agent_id")).id(),
                cells.flag("is_shared", false),
                config(cells.object("config")));
        return new ChatPreset(
                new Id<>(id),
                user == null ? null : links.user("user_id", user),
                details,
                created,
                cells.time("updated_at").orElse(created),
                0);
    }

    private static PresetConfig config(Json.Obj config) {
        return new PresetConfig(
                text(config, "provider"),
                text(config, "model"),
                number(config, "temperature").map(ChatDefaults::rounded).orElse(null),
                number(config, "max_tokens").map(PresetTable::whole).orElse(null),
                text(config, "system_prompt_override"),
                true,
                List.of());
    }

    private static @Nullable String text(Json.Obj config, String name) {
        return switch (config.members().get(name)) {
            case null -> null;
            case Json.Null none -> null;
            case Json.Str(String text) -> text.isBlank() ? null : text;
            default -> throw new InvalidValue("config." + name, "must be text");
        };
    }

    private static Optional<BigDecimal> number(Json.Obj config, String name) {
        return switch (config.members().get(name)) {
            case null -> Optional.empty();
            case Json.Null none -> Optional.empty();
            case Json.Num(BigDecimal number) -> Optional.of(number);
            default -> throw new InvalidValue("config." + name, "must be a number");
        };
    }

    private static Integer whole(BigDecimal tokens) {
        try {
            return tokens.intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidValue("config.max_tokens", "must be a whole number of tokens");
        }
    }

    @Override
    public UUID idOf(ChatPreset preset) {
        return preset.id().value();
    }

    @Override
    public void met(String key, Cells cells, ChatPreset preset) {}

    @Override
    public Optional<Object> only(ChatPreset preset) {
        return Optional.of(new Name(preset.ownerId(), preset.details().name()));
    }

    private record Name(@Nullable Id<User> owner, String name) {}

    @Override
    public Optional<String> obstacle(Repositories repositories, ChatPreset preset) {
        return taken(repositories, preset)
                ? Optional.of("name is taken by another preset of the same owner")
                : LegacyTable.super.obstacle(repositories, preset);
    }

    private static boolean taken(Repositories from, ChatPreset preset) {
        Cursor next = null;
        do {
            Slice<ChatPreset> some = from.chatPresets().ownedBy(preset.ownerId(), null, new Page(Page.MAX_LIMIT, next));
            if (some.items().stream()
                    .anyMatch(other -> !other.id().equals(preset.id())
                            && other.details().name().equals(preset.details().name()))) {
                return true;
            }
            next = some.next();
        } while (next != null);
        return false;
    }

    @Override
    public void add(Repositories repositories, ChatPreset preset) {
        repositories.chatPresets().add(preset);
    }

    @Override
    public Optional<ChatPreset> find(Repositories repositories, UUID id) {
        return repositories.chatPresets().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<ChatPreset> three) {
        PresetDetails details = new PresetDetails(
                three.of(preset -> preset.details().name()),
                three.of(preset -> preset.details().description()),
                three.of(preset -> preset.details().agent()),
                three.of(preset -> preset.details().shared()),
                three.of(preset -> preset.details().config()));
        ChatPreset mine = three.mine();
        ChatPreset after = mine.with(details, three.theirs().updatedAt());
        if (after.equals(mine)) {
            return;
        }
        if (taken(repositories, after)) {
            throw new InvalidValue("name", "is taken by another preset of the same owner");
        }
        repositories.chatPresets().replace(after);
    }
}
