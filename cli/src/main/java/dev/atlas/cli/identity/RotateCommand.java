package dev.atlas.cli.identity;

import dev.atlas.application.identity.KeyRotation;
import dev.atlas.application.identity.Keyring;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rotate",
        description = {
            "Encrypts everything anew: with the first key of ATLAS_SECRET_KEY, else with a new one in the key file.",
            "Interrupted, it is finished by the same command."
        },
        mixinStandardHelpOptions = true)
final class RotateCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    RotateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean setting = Keyring.inSetting(session.environment());
        try (Storage storage = session.openExistingStorage()) {
            session.atlas(storage).identity().keyRotation().requireEveryKey();
            if (!setting) {
                Keyring.addToFile(session.environment());
            }
            KeyRotation.Report report =
                    session.atlas(storage).identity().keyRotation().rotate();
            print(report, setting);
            return report.unreadable() == 0 ? ExitCode.TRUE : ExitCode.DIFFERENCES;
        }
    }

    private void print(KeyRotation.Report report, boolean setting) {
        if (json) {
            SequencedMap<String, Json> members = new LinkedHashMap<>();
            members.put("encrypted", Json.Num.of(report.encrypted()));
            members.put("unreadable", Json.Num.of(report.unreadable()));
            session.terminal().out().println(new Json.Obj(members).text());
        } else {
            session.terminal().out().println("Encrypted %,d values anew.".formatted(report.encrypted()));
        }
        if (report.unreadable() > 0) {
            tell("%,d values cannot be decrypted with the keys that are here, and were left as they are."
                    .formatted(report.unreadable()));
        }
        if (setting) {
            tell(
                    report.encrypted() == 0
                            ? "Everything has the first key of " + Keyring.SETTING
                                    + ": to change it, put a new one before it"
                                    + " (openssl rand -base64 32) and a comma, start every server with both, and repeat this."
                            : "The other keys can be taken out of " + Keyring.SETTING
                                    + ", unless backups made before are to be restored.");
        } else {
            tell("Restart every server that runs on this store: it does not know the new key."
                    + " The key file keeps the old ones for backups made before.");
        }
    }

    private void tell(String sentence) {
        session.terminal().err().println(sentence);
    }
}
