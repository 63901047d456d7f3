package dev.atlas.api.completions;

import dev.atlas.api.http.BadRequest;
import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The members of an object that may have others, each read as what it should be; null is as good as absent. Every method throws
 * {@link BadRequest} naming a member of another type.
 *
 * @param path of the object in the body; empty for the body itself
 */
record Fields(String path, Json.Obj object) {

    Optional<Json> find(String name) {
        return Optional.ofNullable(object.members().get(name)).filter(value -> !(value instanceof Json.Null));
    }

    boolean isText(String name) {
        return find(name).filter(value -> value instanceof Json.Str).isPresent();
    }

    Optional<String> text(String name) {
        return find(name).map(value -> {
            if (value instanceof Json.Str(String text)) {
                return text;
            }
            throw wrong(name, "must be a text");
        });
    }

    boolean truth(String name) {
        return find(name)
                .map(value -> {
                    if (value instanceof Json.Bool(boolean truth)) {
                        return truth;
                    }
                    throw wrong(name, "must be true or false");
                })
                .orElse(false);
    }

    Optional<BigDecimal> decimal(String name) {
        return find(name).map(value -> {
            if (value instanceof Json.Num(BigDecimal number)) {
                return number;
            }
            throw wrong(name, "must be a number");
        });
    }

    Optional<Integer> number(String name) {
        return decimal(name).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw wrong(name, "must be a whole number");
            }
        });
    }

    Optional<Fields> object(String name) {
        return find(name).map(value -> object(name, value));
    }

    /** The items of a list of objects; none if it is absent. */
    Stream<Fields> objects(String name) {
        List<Json> items = find(name)
                .map(value -> {
                    if (value instanceof Json.Arr(List<Json> each)) {
                        return each;
                    }
                    throw wrong(name, "must be a list");
                })
                .orElse(List.of());
        return IntStream.range(0, items.size()).mapToObj(i -> object(name + "[" + i + "]", items.get(i)));
    }

    private Fields object(String name, Json value) {
        if (value instanceof Json.Obj inner) {
            return new Fields(of(name), inner);
        }
        throw wrong(name, "must be an object");
    }

    /** To be thrown: what is wrong with a member. */
    BadRequest wrong(String name, String why) {
        return new BadRequest(of(name), why);
    }

    private String of(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
