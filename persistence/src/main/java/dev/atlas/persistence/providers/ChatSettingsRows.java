package dev.atlas.persistence.providers;

import io.micronaut.data.repository.CrudRepository;

public interface ChatSettingsRows extends CrudRepository<ChatSettingsRow, String> {}
