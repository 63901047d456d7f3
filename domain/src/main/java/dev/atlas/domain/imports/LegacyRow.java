package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the predecessor's file as it was when it was last imported, and what it became. Unlike an {@link ImportedRow} it
 * belongs to no project. It is known by (source, table, key), and its id says nothing else: see {@link #idOf}.
 *
 * @param source the name the importer gave the installation, 1 to 100 code points, such as {@code legacy}
 * @param table the table of the source
 * @param key the row's original key, at most 450 code points
 * @param entity the id of what it became; absent if the row is kept here only
 * @param content the row's columns as they were read; what people said and their secrets are told by marks only, so that what is removed is gone
 * @param digest of the content
 */
public record LegacyRow(
        Id<LegacyRow> id,
        String source,
        String table,
        String key,
        @Nullable UUID entity,
        Json.Obj content,
        String digest,
        Instant importedAt,
        long version) {

    public LegacyRow {
        source = Text.required("source", source, 100);
        table = Text.required("table", table, 100);
        key = ImportedRow.key(key);
        importedAt = Instants.micros("imported_at", importedAt);
    }

    /** The one id of a row, on every engine and at every import. */
    public static Id<LegacyRow> idOf(String source, String table, String key) {
        return new Id<>(derived(List.of("legacy-row", source, table, key)));
    }

    /** A UUID that follows from these names alone (version 8 of RFC 9562). */
    public static UUID derived(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            ByteBuffer first = ByteBuffer.wrap(digest.digest());
            long most = (first.getLong() & ~0xf000L) | 0x8000L;
            long least = (first.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
