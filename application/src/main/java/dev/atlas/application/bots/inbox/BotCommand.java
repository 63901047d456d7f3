package dev.atlas.application.bots.inbox;

import dev.atlas.domain.bots.BotPlatform;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody tells the bot itself to do.
 *
 * @param argument what follows the word, trimmed; may be empty
 */
record BotCommand(Word word, String argument) {

    enum Word {
        START,
        HELP,
        LINK,
        AGENTS,
        STATUS;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A slash or an exclamation mark, a word, perhaps the name of the bot, and the rest. */
    private static final Pattern SIGNED = Pattern.compile("[/!]([A-Za-z_]+)(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Pattern BARE_LINK = Pattern.compile("(?i)link\\s+(\\d{6})");

    /**
     * The command that this text is; empty if it is none. What looks like a command and is not known asks for help, as platforms
     * teach people that commands begin with a sign.
     */
    static Optional<BotCommand> of(BotPlatform platform, String text) {
        String stripped = text.strip();
        Matcher signed = SIGNED.matcher(stripped);
        if (signed.matches()) {
            String argument = signed.group(2) == null ? "" : signed.group(2).strip();
            return Optional.of(word(signed.group(1))
                    .map(word -> new BotCommand(word, argument))
                    .orElse(new BotCommand(Word.HELP, "")));
        }
        return platform == BotPlatform.TELEGRAM ? Optional.empty() : bare(stripped);
    }

    /** Where messages that begin with a slash are the platform's own, the word alone will do. */
    private static Optional<BotCommand> bare(String text) {
        Matcher link = BARE_LINK.matcher(text);
        if (link.matches()) {
            return Optional.of(new BotCommand(Word.LINK, link.group(1)));
        }
        return word(text)
                .filter(word -> word != Word.START && word != Word.LINK)
                .map(word -> new BotCommand(word, ""));
    }

    private static Optional<Word> word(String text) {
        return Arrays.stream(Word.values())
                .filter(word -> word.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
