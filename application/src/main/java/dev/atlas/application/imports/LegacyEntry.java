package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the predecessor wrote what was said. Source: chat reference, sections 1.2 and 1.3. */
final class LegacyEntry {

    /** The last line of older answers: what they took. */
    private static final Pattern TOKENS = Pattern.compile("(?s)(?:(.*?)\\R)?\\[\\[TOKENS (\\{[^\n\r]*})]]\\s*");

    /** Decimals that Atlas adds up exactly. */
    static final int DECIMALS = 18;

    private static final int LONGEST_PROVIDER = 32;
    private static final int LONGEST_MODEL = 128;

    private final SequencedMap<String, Json> metadata;
    private String content;

    private LegacyEntry(String content, Json.Obj metadata) {
        this.content = content;
        this.metadata = new LinkedHashMap<>(metadata.members());
    }

    /**
     * What a message holds.
     *
     * @param metadata everything else that is known of it; what of it has a place of its own is taken out
     */
    static ChatEntry of(String role, String content, Json.Obj metadata) {
        return new LegacyEntry(content, metadata).entry(role(role));
    }

    private static ChatRole role(String word) {
        for (ChatRole role : ChatRole.values()) {
            if (Words.of(role).equals(word)) {
                return role;
            }
        }
        throw new InvalidValue("role", "must be user, assistant, system or tool");
    }

    private ChatEntry entry(ChatRole role) {
        takeTokens();
        List<ToolCall> calls = toolCalls();
        String provider = text("provider", LONGEST_PROVIDER);
        String model = text("model", LONGEST_MODEL);
        return new ChatEntry(
                role,
                content.isBlank() ? MessageState.FAILED : MessageState.COMPLETE,
                content,
                provider,
                model,
                usage(),
                calls,
                new Json.Obj(metadata));
    }

    /** What the last line of the content says belongs to the metadata. */
    private void takeTokens() {
        Matcher line = TOKENS.matcher(content);
        if (!line.matches()) {
            return;
        }
        try {
            Json tokens = Json.parse("tokens", line.group(2));
            metadata.putIfAbsent("tokens", tokens);
            content = Objects.requireNonNullElse(line.group(1), "");
        } catch (InvalidValue e) {
            // It only looks like one: it is what was said.
        }
    }

    private @Nullable ChatUsage usage() {
        Map<String, Json> usage = members("usage");
        Map<String, Json> cost = members("cost");
        Map<String, Json> tokens = members("tokens");
        if (usage.isEmpty() && cost.isEmpty() && tokens.isEmpty()) {
            return null;
        }
        BigDecimal usd = number(cost, "cost_usd");
        usd = usd == null ? number(usage, "cost_usd") : usd;
        return new ChatUsage(
                count(List.of(usage, cost, tokens), "prompt_tokens", "input_tokens", "prompt"),
                count(List.of(usage, cost, tokens), "completion_tokens", "output_tokens", "completion"),
                usd == null ? null : rounded(usd));
    }

    /** Floating sums have more digits than a price ever had. */
    static BigDecimal rounded(BigDecimal cost) {
        BigDecimal rounded = cost.scale() <= DECIMALS ? cost : cost.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private Map<String, Json> members(String name) {
        return metadata.get(name) instanceof Json.Obj object ? object.members() : Map.of();
    }

    private static long count(List<Map<String, Json>> places, String... names) {
        for (Map<String, Json> place : places) {
            for (String name : names) {
                BigDecimal number = number(place, name);
                if (number != null) {
                    return number.max(BigDecimal.ZERO).longValue();
                }
            }
        }
        return 0;
    }

    private static @Nullable BigDecimal number(Map<String, Json> place, String name) {
        return place.get(name) instanceof Json.Num(BigDecimal value) ? value : null;
    }

    private @Nullable String text(String name, int longest) {
        return metadata.get(name) instanceof Json.Str(String value)
                        && value.codePointCount(0, value.length()) <= longest
                ? value
                : null;
    }

    /** All of them, or none: those that are not as they should be stay where they were. */
    private List<ToolCall> toolCalls() {
        if (!(metadata.get("tool_calls") instanceof Json.Arr(List<Json> items))) {
            return List.of();
        }
        try {
            List<ToolCall> calls = new ArrayList<>();
            for (Json item : items) {
                calls.add(toolCall(item, calls.size() + 1));
            }
            if (calls.size() <= ChatEntry.MOST_TOOL_CALLS) {
                metadata.remove("tool_calls");
                return calls;
            }
        } catch (InvalidValue e) {
            // Kept as it is in the metadata.
        }
        return List.of();
    }

    private static ToolCall toolCall(Json item, int place) {
        if (!(item instanceof Json.Obj(SequencedMap<String, Json> members))) {
            throw new InvalidValue("tool_calls", "must be a list of objects");
        }
        return new ToolCall(
                members.get("tool_call_id") instanceof Json.Str(String id) ? id : "call-" + place,
                string(members, "tool_name", "name"),
                status(members),
                members.containsKey("args") ? members.get("args") : members.get("arguments"),
                members.get("result") instanceof Json.Str(String result) ? result : null);
    }

    private static String string(Map<String, Json> members, String... names) {
        for (String name : names) {
            if (members.get(name) instanceof Json.Str(String text)) {
                return text;
            }
        }
        throw new InvalidValue("tool_name", "is missing");
    }

    private static ToolCallStatus status(Map<String, Json> members) {
        if (members.get("status") instanceof Json.Str(String word)) {
            for (ToolCallStatus status : ToolCallStatus.values()) {
                if (status.name().equalsIgnoreCase(word)) {
                    return status;
                }
            }
            throw new InvalidValue("status", "must be running, success or error");
        }
        return new Json.Bool(false).equals(members.get("success")) ? ToolCallStatus.ERROR : ToolCallStatus.SUCCESS;
    }
}
