package dev.atlas.platforms.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people wrote, from the form in which Slack passes it on. Source: Slack, formatting text for app surfaces. */
final class SlackText {

    private static final Pattern ANGLES = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private SlackText() {}

    /** Without a mention of the bot before it. */
    static String read(String text, String botUser) {
        String mention = "<@" + botUser;
        String rest = text.strip();
        while (rest.startsWith(mention + ">") || rest.startsWith(mention + "|")) {
            rest = rest.substring(rest.indexOf('>') + 1).strip();
        }
        StringBuilder read = new StringBuilder();
        Matcher angles = ANGLES.matcher(rest);
        while (angles.find()) {
            angles.appendReplacement(read, Matcher.quoteReplacement(readable(angles.group(1), angles.group(2))));
        }
        angles.appendTail(read);
        return read.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String readable(String what, @Nullable String label) {
        if (what.startsWith("@") || what.startsWith("#")) {
            return label == null ? what : what.charAt(0) + label;
        }
        if (what.startsWith("!")) {
            return "@" + (label == null ? what.substring(1) : label);
        }
        return label == null ? what : what.endsWith(label) ? label : label + " (" + what + ")";
    }
}
