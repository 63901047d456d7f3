package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of an export. Throws {@link WrongState} naming file, line and field for what no export holds. */
final class ExportReading implements RecordSource {

    /** The code of an export whose files are not as they were written. */
    static final String DAMAGED = "export.damaged";

    private static final int PAGE = 200;

    private final Path folder;
    private final Iterator<Kind> kinds;
    private @Nullable BufferedReader reader;
    private @Nullable Kind kind;
    private @Nullable RecordKey before;
    private long line;

    ExportReading(Path folder, List<Kind> kinds) {
        this.folder = folder;
        this.kinds = kinds.iterator();
    }

    @Override
    public @Nullable Page next() {
        try {
            if (reader == null || kind == null) {
                if (!kinds.hasNext()) {
                    return null;
                }
                kind = kinds.next();
                reader = Files.newBufferedReader(folder.resolve(file(kind)));
                line = 0;
                before = null;
            }
            return page(kind, reader);
        } catch (NoSuchFileException e) {
            throw new WrongState(DAMAGED, e.getFile() + " is missing.");
        } catch (CharacterCodingException e) {
            throw damaged("is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page page(Kind of, BufferedReader from) throws IOException {
        List<EncodedRecord> records = new ArrayList<>();
        while (records.size() < PAGE) {
            String text = from.readLine();
            if (text == null) {
                from.close();
                reader = null;
                return new Page(of, records, true);
            }
            line++;
            records.add(record(of, text));
        }
        return new Page(of, records, false);
    }

    private EncodedRecord record(Kind of, String text) {
        try {
            if (!(Json.parse("line", text) instanceof Json.Obj object)) {
                throw damaged("is not a JSON object");
            }
            EncodedRecord record = EncodedRecord.of(Canonical.decode(of, object));
            if (!record.text().equals(text)) {
                throw damaged("is not in the canonical form");
            }
            if (before != null && before.compareTo(record.key()) >= 0) {
                throw damaged("is not in the order of keys");
            }
            before = record.key();
            return record;
        } catch (InvalidValue e) {
            throw damaged(e.field() + " " + e.getMessage());
        }
    }

    private WrongState damaged(String problem) {
        String file = kind == null ? "" : file(kind);
        return new WrongState(DAMAGED, "%s, line %d: %s.".formatted(folder.resolve(file), line, problem));
    }

    private static String file(Kind kind) {
        return kind.name() + ".jsonl";
    }

    @Override
    public void close() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
