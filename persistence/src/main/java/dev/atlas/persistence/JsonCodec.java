package dev.atlas.persistence;

import dev.atlas.domain.Json;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import java.io.Serializable;

/** How an engine holds free JSON; each engine brings its own. */
public interface JsonCodec extends AttributeConverter<Json, Serializable> {}
