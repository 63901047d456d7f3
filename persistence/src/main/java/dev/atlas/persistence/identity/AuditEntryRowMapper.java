package dev.atlas.persistence.identity;

import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Changes;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface AuditEntryRowMapper extends RowMapper<AuditEntry, AuditEntryRow> {

    @Override
    @org.mapstruct.Mapping(target = "actorId", source = "actor.id")
    @org.mapstruct.Mapping(target = "actorName", source = "actor.name")
    @org.mapstruct.Mapping(target = "resourceType", source = "resource.type")
    @org.mapstruct.Mapping(target = "resourceId", source = "resource.id")
    @org.mapstruct.Mapping(target = "projectId", source = "project")
    @org.mapstruct.Mapping(target = "oldValues", source = "changes.before")
    @org.mapstruct.Mapping(target = "newValues", source = "changes.after")
    @org.mapstruct.Mapping(target = "sessionId", source = "session")
    @org.mapstruct.Mapping(target = "requestId", source = "origin.requestId")
    @org.mapstruct.Mapping(target = "address", source = "origin.address")
    @org.mapstruct.Mapping(target = "agent", source = "origin.agent")
    AuditEntryRow toRow(AuditEntry entry);

    @Override
    @org.mapstruct.Mapping(target = "actor", source = "row")
    @org.mapstruct.Mapping(target = "resource", source = "row")
    @org.mapstruct.Mapping(target = "project", source = "projectId")
    @org.mapstruct.Mapping(target = "changes", source = "row")
    @org.mapstruct.Mapping(target = "session", source = "sessionId")
    @org.mapstruct.Mapping(target = "origin", source = "row")
    AuditEntry toDomain(AuditEntryRow row);

    default AuditEntry.Actor actor(AuditEntryRow row) {
        return new AuditEntry.Actor(Values.id(row.actorId()), row.actorName());
    }

    default AuditEntry.Resource resource(AuditEntryRow row) {
        return new AuditEntry.Resource(row.resourceType(), row.resourceId());
    }

    default Changes changes(AuditEntryRow row) {
        return new Changes((Json.Obj) row.oldValues(), (Json.Obj) row.newValues());
    }

    default AuditEntry.Origin origin(AuditEntryRow row) {
        return new AuditEntry.Origin(row.requestId(), row.address(), row.agent());
    }
}
