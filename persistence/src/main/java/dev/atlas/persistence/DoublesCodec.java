package dev.atlas.persistence;

import io.micronaut.data.model.runtime.convert.AttributeConverter;
import java.io.Serializable;
import java.util.SortedMap;

/** How an engine holds named doubles; each engine brings its own. */
public interface DoublesCodec extends AttributeConverter<SortedMap<String, Double>, Serializable> {}
