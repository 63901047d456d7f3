package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store is and holds.
 *
 * @param url where it is, without a password
 * @param version the engine's own
 * @param schema stores can exchange records only if theirs are equal
 * @param epoch grows with every switch
 * @param position of its last commit
 * @param copy how a copy into this store stands; absent if it never was the target of one
 * @param mirror how its mirror stands; absent if this process has none
 * @param lastVerification of the mirror; absent if there was none
 * @param switches the last that the store took part in, the newest first
 */
@View
public record StorageView(
        String engine,
        String url,
        String version,
        Id<Storage> store,
        String schema,
        String role,
        long epoch,
        String position,
        @Nullable StoreCopyView copy,
        @Nullable StoreMirrorView mirror,
        @Nullable StoreVerificationView lastVerification,
        List<StoreSwitchView> switches,
        List<StoredKindView> kinds) {

    /** A copy into the store. */
    @View
    public record StoreCopyView(String from, String state) {}

    /** How many records there are of one kind. */
    @View
    public record StoredKindView(String kind, long records) {}

    /** @param mirror null if there is none */
    static StorageView of(StorageStatus status, @Nullable MirrorStatus mirror, Instant now) {
        StorageStatus.Copy copy = status.copy();
        return new StorageView(
                status.store().engine(),
                status.store().url(),
                status.store().version(),
                status.store().store(),
                status.store().schema(),
                status.term().role().word(),
                status.term().epoch(),
                status.position().text(),
                copy == null ? null : new StoreCopyView(copy.from(), copy.state()),
                mirror == null ? null : StoreMirrorView.of(mirror, now),
                mirror == null ? null : StoreVerificationView.of(mirror.verification()),
                status.switches().stream().map(StoreSwitchView::of).toList(),
                status.contents().counts().entrySet().stream()
                        .map(each -> new StoredKindView(each.getKey(), each.getValue()))
                        .toList());
    }
}
