package dev.atlas.persistence;

import io.micronaut.data.model.runtime.convert.AttributeConverter;
import java.io.Serializable;
import java.time.Instant;

/** How an engine holds an instant; each engine brings its own. */
public interface InstantCodec extends AttributeConverter<Instant, Serializable> {}
