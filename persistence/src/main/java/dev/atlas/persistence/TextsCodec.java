package dev.atlas.persistence;

import io.micronaut.data.model.runtime.convert.AttributeConverter;
import java.io.Serializable;
import java.util.List;

/** How an engine holds a list of texts; each engine brings its own. */
public interface TextsCodec extends AttributeConverter<List<String>, Serializable> {}
