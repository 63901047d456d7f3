package dev.atlas.api.http;

import dev.atlas.domain.Json;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Input} record looks like on the wire: the one description that bodies are read by and the OpenAPI
 * document is made from.
 *
 * @param <T> the record
 */
public final class InputShape<T extends Record> {

    /** One member: its name on the wire, its Java type with its {@link Limits}, and whether it may be left out or null. */
    public record Member(String name, AnnotatedType type, boolean optional) {}

    private static final ClassValue<InputShape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected InputShape<?> computeValue(Class<?> type) {
            return new InputShape<>(type.asSubclass(Record.class));
        }
    };

    /** What one component of the record is filled with; found once, as reflection would be the dearest part of a read. */
    private record Slot(String name, Type type, boolean optional, boolean nullable) {

        static Slot of(RecordComponent component) {
            return new Slot(
                    WireNames.of(component.getName()),
                    component.getGenericType(),
                    InputShape.optional(component),
                    component.getType() == Json.class);
        }

        boolean isPatch() {
            return type == Patch.class;
        }
    }

    private final List<Slot> slots;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> names;
    private final MethodHandle constructor;

    private InputShape(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.slots = Arrays.stream(components).map(Slot::of).toList();
        for (RecordComponent component : components) {
            if (component.getType() != Patch.class) {
                members.add(new Member(
                        WireNames.of(component.getName()), component.getAnnotatedType(), optional(component)));
            }
        }
        this.names = members.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a public record", e);
        }
    }

    @SuppressWarnings("unchecked")
    public static <T extends Record> InputShape<T> of(Class<T> type) {
        return (InputShape<T>) SHAPES.get(type);
    }

    /** In the order of the record. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Throws {@link BadRequest} naming everything that is wrong, at once. */
    public T read(Json body) {
        List<Problem.FieldError> errors = new ArrayList<>();
        T read = read("", body, errors);
        if (read == null || !errors.isEmpty()) {
            throw new BadRequest(errors);
        }
        return read;
    }

    /** The same for a part of a body; problems go to {@code errors} with {@code path} before the member's name. */
    @Nullable
    T read(String path, Json body, List<Problem.FieldError> errors) {
        if (!(body instanceof Json.Obj(SequencedMap<String, Json> given))) {
            errors.add(new Problem.FieldError(path.isEmpty() ? "body" : path, "must be a JSON object"));
            return null;
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                errors.add(new Problem.FieldError(prefix + name, "is not known here"));
            }
        }
        int before = errors.size();
        @Nullable Object[] values = new @Nullable Object[slots.size()];
        for (int i = 0; i < slots.size(); i++) {
            values[i] = value(slots.get(i), given, prefix, errors);
        }
        return errors.size() > before ? null : construct(values);
    }

    private static @Nullable Object value(
            Slot slot, SequencedMap<String, Json> given, String prefix, List<Problem.FieldError> errors) {
        if (slot.isPatch()) {
            return new Patch(given.keySet());
        }
        Json json = given.get(slot.name());
        if (json == null || (json instanceof Json.Null && !slot.nullable())) {
            if (!slot.optional()) {
                errors.add(new Problem.FieldError(prefix + slot.name(), "is required"));
            }
            return null;
        }
        return InputValues.read(prefix + slot.name(), slot.type(), json, errors);
    }

    @SuppressWarnings("unchecked")
    private T construct(@Nullable Object[] values) {
        try {
            return (T) constructor.invoke(values);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
