package dev.atlas.mongo;

import dev.atlas.persistence.Table;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Reads and writes the rows of one table, in place of Micronaut's own codec, which leaves out empty lists and reads the
 * numbers of free JSON by their BSON type.
 */
record RowCodec<R extends Record>(Table<R> table) implements Codec<R> {

    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    @Override
    public void encode(BsonWriter writer, R row, EncoderContext context) {
        DOCUMENTS.encode(writer, Documents.write(table.kind(), table.values(row)), context);
    }

    @Override
    public R decode(BsonReader reader, DecoderContext context) {
        return table.row(
                Documents.read(table.kind(), DOCUMENTS.decode(reader, context)).toArray());
    }

    @Override
    public Class<R> getEncoderClass() {
        return table.row();
    }
}
