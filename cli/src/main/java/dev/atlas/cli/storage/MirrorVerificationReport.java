package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorVerification;
import dev.atlas.cli.ExitCode;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What a comparison of a mirror with its primary found, as text for people or as JSON for programs. */
record MirrorVerificationReport(MirrorVerification verification) {

    /** Prints it, and answers the exit code that goes with it. */
    int print(PrintWriter out, boolean asJson) {
        out.println(asJson ? json().text() : text());
        return verification.equal() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
    }

    String text() {
        return verification.equal()
                ? "Equal: %,d records, digest %s.".formatted(verification.records(), verification.digest())
                : "Not equal: %,d records differ; the log names the first of them."
                        .formatted(verification.differences());
    }

    Json.Obj json() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("at", new Json.Str(Instants.text(verification.at())));
        members.put("position", new Json.Str(verification.position().text()));
        members.put("equal", new Json.Bool(verification.equal()));
        members.put("records", Json.Num.of(verification.records()));
        members.put("differences", Json.Num.of(verification.differences()));
        members.put("digest", new Json.Str(verification.digest()));
        return new Json.Obj(members);
    }
}
