package dev.atlas.cli.storage;

import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.FieldDifference;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.ExitCode;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A verification as text for people or as JSON for programs. */
public record VerificationReport(Verification verification) {

    private static final int NAMED = 20;

    /** Prints it, and answers the exit code that goes with it. */
    public int print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json().text());
        } else {
            print(out);
        }
        return verification.equal() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
    }

    private void print(PrintWriter out) {
        for (Verification.KindResult kind : verification.kinds()) {
            out.printf(
                    "%-20s %,12d %,12d  %s%n",
                    kind.kind(),
                    kind.sourceRecords(),
                    kind.targetRecords(),
                    kind.differences() == 0 ? "equal" : "%,d differ".formatted(kind.differences()));
        }
        verification.named().stream().limit(NAMED).forEach(each -> out.println(line(each)));
        long more = verification.differences()
                - Math.min(NAMED, verification.named().size());
        if (more > 0) {
            out.printf("and %,d more; --json names up to 1,000.%n", more);
        }
        out.println(
                verification.equal()
                        ? "Equal: %,d records, digest %s.".formatted(verification.records(), verification.digest())
                        : "Not equal: %,d records differ.".formatted(verification.differences()));
        out.flush();
    }

    private static String line(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> "%s %s: missing in the target".formatted(missing.kind(), missing.key());
            case Difference.Extra extra -> "%s %s: only in the target".formatted(extra.kind(), extra.key());
            case Difference.Damaged damaged ->
                "%s %s: damaged%s%s"
                        .formatted(
                                damaged.kind(),
                                damaged.key(),
                                unreadable(", %s cannot be read in the source", damaged.source()),
                                unreadable(", %s cannot be read in the target", damaged.target()));
            case Difference.Changed changed -> {
                StringBuilder text = new StringBuilder(changed.kind() + " " + changed.key() + ":");
                for (FieldDifference field : changed.fields()) {
                    text.append("%n  %s: %s in the source, %s in the target"
                            .formatted(field.field(), shown(field.source()), shown(field.target())));
                }
                yield text.toString();
            }
        };
    }

    private static String unreadable(String words, @Nullable String column) {
        return column == null ? "" : words.formatted(column);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "absent" : value;
    }

    private Json.Obj json() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("at", new Json.Str(Instants.text(verification.at())));
        members.put("equal", new Json.Bool(verification.equal()));
        members.put("records", Json.Num.of(verification.records()));
        members.put("differences", Json.Num.of(verification.differences()));
        members.put("digest", new Json.Str(verification.digest()));
        members.put("source", side(verification.source()));
        members.put("target", side(verification.target()));
        members.put(
                "kinds",
                new Json.Arr(verification.kinds().stream()
                        .map(VerificationReport::json)
                        .toList()));
        members.put(
                "named",
                new Json.Arr(verification.named().stream()
                        .map(VerificationReport::json)
                        .toList()));
        return new Json.Obj(members);
    }

    private static Json side(Verification.Side side) {
        SequencedMap<String, Json> members =
                new LinkedHashMap<>(StatusReport.json(side.store()).members());
        members.put("position", new Json.Str(side.position().text()));
        return new Json.Obj(members);
    }

    private static Json json(Verification.KindResult kind) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("kind", new Json.Str(kind.kind()));
        members.put("source", Json.Num.of(kind.sourceRecords()));
        members.put("target", Json.Num.of(kind.targetRecords()));
        members.put("differences", Json.Num.of(kind.differences()));
        members.put("digest", new Json.Str(kind.digest()));
        return new Json.Obj(members);
    }

    private static Json json(Difference difference) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("kind", new Json.Str(difference.kind()));
        members.put("key", new Json.Str(difference.key()));
        switch (difference) {
            case Difference.Missing missing -> members.put("missing_in", new Json.Str("target"));
            case Difference.Extra extra -> members.put("missing_in", new Json.Str("source"));
            case Difference.Damaged damaged -> {
                members.put("damaged_in_source", text(damaged.source()));
                members.put("damaged_in_target", text(damaged.target()));
            }
            case Difference.Changed changed ->
                members.put(
                        "fields",
                        new Json.Arr(changed.fields().stream()
                                .map(VerificationReport::json)
                                .toList()));
        }
        return new Json.Obj(members);
    }

    private static Json json(FieldDifference field) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("field", new Json.Str(field.field()));
        members.put("source", text(field.source()));
        members.put("target", text(field.target()));
        return new Json.Obj(members);
    }

    private static Json text(@Nullable String value) {
        return value == null ? new Json.Null() : new Json.Str(value);
    }
}
