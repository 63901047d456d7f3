package dev.atlas.persistence.tracking;

import dev.atlas.domain.Words;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface SubjectRowMapper extends RowMapper<Subject, SubjectRow> {

    @Override
    @org.mapstruct.Mapping(target = "sessions", qualifiedByName = "any")
    @org.mapstruct.Mapping(target = "challenge1Split", source = "splits.challenge1")
    @org.mapstruct.Mapping(target = "challenge2Split", source = "splits.challenge2")
    SubjectRow toRow(Subject aggregate);

    @Override
    @org.mapstruct.Mapping(target = "sessions", qualifiedByName = "array")
    @org.mapstruct.Mapping(target = "splits", source = "row")
    Subject toDomain(SubjectRow row);

    default Splits splits(SubjectRow row) {
        return new Splits(split(row.challenge1Split()), split(row.challenge2Split()));
    }

    default @Nullable String split(@Nullable Split split) {
        return split == null ? null : Words.of(split);
    }

    default @Nullable Split split(@Nullable String split) {
        return split == null ? null : Words.constant(Split.class, split);
    }

    default @Nullable String sex(@Nullable Sex sex) {
        return sex == null ? null : sex.name();
    }

    default @Nullable Sex sex(@Nullable String sex) {
        return sex == null ? null : Sex.valueOf(sex);
    }

    default @Nullable String handedness(@Nullable Handedness handedness) {
        return handedness == null ? null : handedness.name();
    }

    default @Nullable Handedness handedness(@Nullable String handedness) {
        return handedness == null ? null : Handedness.valueOf(handedness);
    }
}
