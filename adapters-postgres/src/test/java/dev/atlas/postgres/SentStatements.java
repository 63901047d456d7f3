package dev.atlas.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads in the driver's own log what it sends, with the values of the parameters put into the text. */
final class SentStatements extends Handler {

    private static final Logger LOG = Logger.getLogger("org.postgresql");
    private static final Pattern PARSE =
            Pattern.compile("FE=> Parse\\(stmt=.*?,query=\"(.*)\",oids=.*", Pattern.DOTALL);
    private static final Pattern BIND = Pattern.compile("FE=> Bind\\(stmt=.*", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(",\\$(\\d+)=<(.*?)>,type=", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final ThreadLocal<String> parsed = ThreadLocal.withInitial(() -> "");

    SentStatements() {
        LOG.setLevel(Level.FINEST);
        LOG.setUseParentHandlers(false);
        LOG.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        String message = new SimpleFormatter().formatMessage(record);
        Matcher parse = PARSE.matcher(message);
        if (parse.find()) {
            parsed.set(parse.group(1));
        } else if (BIND.matcher(message).find()) {
            statements.add(bound(parsed.get(), message));
        }
    }

    private static String bound(String sql, String bind) {
        List<String> values =
                VALUE.matcher(bind).results().map(value -> value.group(2)).toList();
        return PLACE.matcher(sql)
                .replaceAll((MatchResult place) ->
                        Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)) - 1)));
    }

    /** Those since the last call. */
    List<String> take() {
        synchronized (statements) {
            List<String> taken = List.copyOf(statements);
            statements.clear();
            return taken;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
        LOG.setLevel(null);
        LOG.setUseParentHandlers(true);
    }
}
