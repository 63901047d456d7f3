package dev.atlas.application.imports;

import dev.atlas.domain.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what deserves attention while rows are read. For one thread. */
final class Findings {

    enum Code {
        ZONE_ASSUMED("Times without a zone were read as UTC; name the zone in which they were written."),
        TABLE_MISSING("These tables are not in the file."),
        TABLE_UNKNOWN("These tables are not known and were not imported."),
        STATUS_MISSING("These runs had no status and are stopped now."),
        RUNNING_WITH_END("These runs were running and had ended; they are stopped now."),
        RUNNING_WITHOUT_END("These runs are still running as far as the file says."),
        CONFIG_NOT_JSON("The configuration of these runs is no JSON object; its text is kept as config_text."),
        BEST_DEMOTED("These checkpoints were best beside a better one of the same run and are not best now."),
        PATH_SHARED("These paths are named by checkpoints of several runs."),
        SIZE_AND_CHECKSUM_MISSING("These checkpoints have neither a size nor a checksum."),
        TIME_MISSING("These rows had no time and bear that of the import."),
        REVISION("The file is of this revision of the predecessor."),
        TABLE_KEPT(
                "Atlas has no place for these tables yet: their rows are kept as they were, and become something with a later import."),
        EMAIL_LEFT("These users have no e-mail address in Atlas, as theirs was none."),
        ROLE_UNKNOWN("These users have a role that is not there: they may do nothing until they are given one."),
        PASSWORD_MISSING("These users have no password that Atlas can check: set one with atlas user reset-password."),
        PERMISSION_UNKNOWN("These permissions of roles are not known and were not given."),
        SECRET_SHARED("These keys have one secret; those who share it should have their own."),
        SECRET_LEFT("These hold secrets in clear, which were not kept: set them anew."),
        TEXT_CUT("These texts were longer than Atlas keeps; their beginning is kept, and the file has all of it."),
        COST_ROUNDED("These costs had more than 18 decimals, as floating numbers have, and were rounded there."),
        COUNTED_ONCE("These turns are in the log of calls too, at the cost that counts, and were counted once."),
        PRICE_INACTIVE("These prices were not active and apply to nothing."),
        PRICE_ZERO("Both of these prices are 0, free or never filled: they apply to nothing until somebody sets them."),
        PROVIDER_WITHOUT_KEY("The keys of these providers were named, not kept: set a credential for each."),
        LINK_UNFINISHED(
                "These accounts on chat platforms were never proven to be their user's and are linked to nobody; a code that was asked for is none any more."),
        AGENT_UNKNOWN(
                "These conversations were held with agents that Atlas does not have; the usual one answers there."),
        CHAT_MISSING("What was said in these conversations with bots goes on in a new chat, as theirs was not taken."),
        ERROR_TEXT_LEFT(
                "These answers of bots had failed; what a program said of it was not kept, as it may hold secrets."),
        BOT_INCOMPLETE(
                "These bots are not in use, as their token or their signing secret is not in the file: set them up with it."),
        ADOPTED("These were in Atlas already: what was set there stays, and what belongs to these rows is theirs."),
        DELETED_SINCE("What these rows became was deleted in Atlas and stays deleted.");

        private final String message;

        Code(String message) {
            this.message = message;
        }
    }

    private final Map<Code, List<String>> found = new EnumMap<>(Code.class);

    /** Says so, without naming anything in particular. */
    void add(Code code) {
        found.putIfAbsent(code, new ArrayList<>());
    }

    void add(Code code, String subject) {
        found.computeIfAbsent(code, c -> new ArrayList<>()).add(subject);
    }

    List<ImportReport.Finding> report() {
        List<ImportReport.Finding> findings = new ArrayList<>();
        found.forEach((code, subjects) ->
                findings.add(new ImportReport.Finding(Words.of(code), code.message, List.copyOf(subjects))));
        return findings;
    }
}
