package dev.atlas.persistence.idempotency;

import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface IdempotencyRecordRowMapper extends RowMapper<IdempotencyRecord, IdempotencyRecordRow> {

    @Override
    @org.mapstruct.Mapping(target = "status", source = "answer.status")
    @org.mapstruct.Mapping(target = "location", source = "answer.location")
    @org.mapstruct.Mapping(target = "etag", source = "answer.etag")
    @org.mapstruct.Mapping(target = "body", source = "answer.body")
    IdempotencyRecordRow toRow(IdempotencyRecord record);

    @Override
    @org.mapstruct.Mapping(target = "answer", source = "row")
    IdempotencyRecord toDomain(IdempotencyRecordRow row);

    default RecordedAnswer answer(IdempotencyRecordRow row) {
        return new RecordedAnswer(row.status(), row.location(), row.etag(), row.body());
    }
}
