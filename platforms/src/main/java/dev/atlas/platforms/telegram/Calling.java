package dev.atlas.platforms.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message calls the bot.
 *
 * @param text without the name of the bot where it calls it; absent if the message has none
 * @param addressed true if it does
 * @param another true if it is a command to another bot
 */
record Calling(@Nullable String text, boolean addressed, boolean another) {

    private static final Pattern COMMAND = Pattern.compile("(/[A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?=\\s|$)");

    static Calling of(JsonNode message, String botName) {
        boolean answer = message.path("reply_to_message")
                .path("from")
                .path("username")
                .asText()
                .equalsIgnoreCase(botName);
        if (!message.path("text").isTextual()) {
            return new Calling(null, answer || mentions(message.path("caption").asText(), botName), false);
        }
        String text = message.path("text").textValue();
        Matcher command = COMMAND.matcher(text);
        if (command.lookingAt()) {
            String named = command.group(2);
            boolean ours = named == null || named.equalsIgnoreCase(botName);
            return new Calling(ours ? command.group(1) + text.substring(command.end()) : text, ours, !ours);
        }
        boolean mentioned = mentions(text, botName);
        return new Calling(mentioned ? withoutName(text, botName) : text, mentioned || answer, false);
    }

    private static boolean mentions(String text, String botName) {
        String name = "@" + botName.toLowerCase(Locale.ROOT);
        String searched = text.toLowerCase(Locale.ROOT);
        for (int at = searched.indexOf(name); at >= 0; at = searched.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !isOfAName(searched.charAt(at - 1));
            int end = at + name.length();
            if (begins && (end == searched.length() || !isOfAName(searched.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** Only at the beginning: elsewhere it belongs to what is said. */
    private static String withoutName(String text, String botName) {
        Pattern name = Pattern.compile(
                "\\s*@" + Pattern.quote(botName) + "(?![A-Za-z0-9_])[\\s,:]*", Pattern.CASE_INSENSITIVE);
        Matcher matcher = name.matcher(text);
        return matcher.lookingAt() ? text.substring(matcher.end()) : text;
    }
}
