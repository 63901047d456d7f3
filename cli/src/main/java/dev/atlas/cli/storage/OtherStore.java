package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.storage.DeferredStorage;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The store that {@code ATLAS_STORAGE_MIRROR} names, and how the mirror of the two stands.
 *
 * @param term null if it does not answer, or is not there
 * @param mirror null if none of the two is the mirror of the other
 */
record OtherStore(String url, @Nullable Term term, @Nullable MirrorStatus mirror) {

    /** @param place of {@code store} */
    static OtherStore of(Storage store, StorePlace place, StorePlace otherPlace) {
        try (Storage other = new DeferredStorage(otherPlace)) {
            Term term = other.renew();
            MirrorStatus mirror = term.role() == Role.PRIMARY && store.term().role() != Role.PRIMARY
                    ? MirrorStatus.recorded(other, store, place).orElse(null)
                    : MirrorStatus.recorded(store, other, otherPlace).orElse(null);
            return new OtherStore(otherPlace.toString(), term, mirror);
        } catch (StorageException e) {
            return new OtherStore(otherPlace.toString(), null, null);
        }
    }

    List<String> lines() {
        String role = term == null
                ? "does not answer, or is not there"
                : "%s, epoch %d".formatted(term.role().word(), term.epoch());
        String first = "other     %s: %s".formatted(url, role);
        if (mirror == null) {
            return List.of(first);
        }
        String second =
                "mirror    %s, %d transactions behind".formatted(mirror.phase().word(), mirror.lagTransactions());
        return mirror.verification() == null
                ? List.of(first, second)
                : List.of(
                        first,
                        second,
                        "verified  %s. %s"
                                .formatted(
                                        Instants.text(mirror.verification().at()),
                                        new MirrorVerificationReport(mirror.verification()).text()));
    }

    Json.Obj json() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("url", new Json.Str(url));
        if (term != null) {
            members.put("role", new Json.Str(term.role().word()));
            members.put("epoch", Json.Num.of(term.epoch()));
        }
        if (mirror != null) {
            members.put("phase", new Json.Str(mirror.phase().word()));
            members.put("lag_transactions", Json.Num.of(mirror.lagTransactions()));
            if (mirror.verification() != null) {
                members.put("last_verification", new MirrorVerificationReport(mirror.verification()).json());
            }
        }
        return new Json.Obj(members);
    }
}
