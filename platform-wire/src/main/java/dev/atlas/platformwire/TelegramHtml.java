package dev.atlas.platformwire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTML as strictly as Telegram describes it. It is more lenient itself in places; who passes here passes there. Source: Bot API,
 * formatting options.
 */
public final class TelegramHtml {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9-]*)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)>");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});");
    private static final Pattern AMPERSAND = Pattern.compile("&(?!(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");
    private static final Pattern LINK = Pattern.compile(" href=\"(?i:https?|tg|mailto):[^\" ]*\"");
    private static final Pattern LANGUAGE = Pattern.compile(" class=\"language-[^\" ]+\"");
    private static final Set<String> PLAIN = Set.of(
            "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "pre", "code", "blockquote");

    private TelegramHtml() {}

    /**
     * What one reads when the tags are gone.
     *
     * @throws IllegalArgumentException if Telegram would not understand it; the message is the reason
     */
    public static String text(String html) {
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        Matcher entity = ENTITY.matcher(html);
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                check(tag.region(at, html.length()).lookingAt(), "Unsupported start tag at byte offset " + at);
                if (tag.group(1).isEmpty()) {
                    begin(tag.group(2), tag.group(3), open);
                } else {
                    check(!open.isEmpty() && open.pop().equals(tag.group(2)), "Unmatched end tag at byte offset " + at);
                }
                at = tag.end();
            } else if (c == '&') {
                check(entity.region(at, html.length()).lookingAt(), "Unknown entity at byte offset " + at);
                text.append(character(entity.group(1)));
                at = entity.end();
            } else {
                check(c != '>', "Stray > at byte offset " + at);
                check(isWhole(html, at), "Strings must be encoded in UTF-8");
                text.append(c);
                at++;
            }
        }
        check(open.isEmpty(), "Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        return text.toString();
    }

    private static boolean isWhole(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : !Character.isLowSurrogate(c) || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static void begin(String name, String attributes, Deque<String> open) {
        boolean known = name.equals("a")
                ? LINK.matcher(attributes).matches()
                        && !AMPERSAND.matcher(attributes).find()
                : PLAIN.contains(name)
                        && (attributes.isEmpty()
                                || (name.equals("code")
                                        && "pre".equals(open.peek())
                                        && LANGUAGE.matcher(attributes).matches()));
        check(known, "Unsupported start tag \"" + name + attributes + "\"");
        check(!open.contains("code"), "code holds nothing");
        check(
                !open.contains("pre") || (name.equals("code") && "pre".equals(open.peek())),
                "pre holds nothing but code");
        check(!open.contains(name), name + " within " + name);
        check(open.size() < 10, "nested too deep");
        open.push(name);
    }

    private static String character(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default ->
                Character.toString(
                        entity.startsWith("#x")
                                ? Integer.parseInt(entity.substring(2), 16)
                                : Integer.parseInt(entity.substring(1)));
        };
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("can't parse entities: " + otherwise);
        }
    }
}
