package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values for parameters out of values that occur. */
record Argument(Pool pool, Samples samples) {

    private static final int MOST = 7;
    private static final int SEVERAL = 3;

    @Nullable
    Object of(Type type, AnnotatedElement annotations) {
        boolean nullable = annotations.isAnnotationPresent(Nullable.class);
        return nullable && samples.chance() ? null : of(type);
    }

    private Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() == Id.class -> id((Class<?>) generic.getActualTypeArguments()[0]);
            case ParameterizedType generic
            when Collection.class.isAssignableFrom((Class<?>) generic.getRawType()) ->
                several(generic.getActualTypeArguments()[0]);
            case Class<?> plain -> of(plain);
            default -> throw new IllegalStateException("the contract makes no arguments of the type " + type);
        };
    }

    private Object of(Class<?> type) {
        if (type == int.class) {
            return 1 + samples.number(MOST);
        } else if (type == boolean.class || type == Boolean.class) {
            return samples.chance();
        } else if (type == Page.class) {
            return new Page(1 + samples.number(MOST), samples.chance() ? null : Question.cursor(pool, samples));
        } else if (type == long.class || type == Long.class) {
            return pool.any(Long.class, samples).orElse(1L);
        } else if (type == String.class) {
            return pool.any(String.class, samples).orElseGet(samples::word);
        } else if (type == Instant.class) {
            return pool.any(Instant.class, samples).orElseGet(samples::instant);
        } else if (type.isEnum()) {
            return samples.oneOf(List.of(type.getEnumConstants()));
        } else if (type.isRecord()) {
            return pool.any(type, samples).map(Object.class::cast).orElseGet(() -> record(type));
        }
        throw new IllegalStateException("the contract makes no arguments of the type " + type);
    }

    private Id<?> id(Class<?> of) {
        Object known =
                of.isRecord() ? pool.any(of, samples).map(Object.class::cast).orElse(null) : null;
        return known instanceof Record aggregate ? (Id<?>) Copies.key(aggregate) : samples.id();
    }

    private List<Object> several(Type type) {
        return Stream.generate(() -> of(type)).limit(SEVERAL).distinct().toList();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && components[0].getType() == String.class) {
            return Copies.make(type, new Object[] {samples.word()});
        }
        return Copies.make(
                type,
                Arrays.stream(components)
                        .map(component -> of(component.getGenericType(), component.getAnnotatedType()))
                        .toArray());
    }
}
