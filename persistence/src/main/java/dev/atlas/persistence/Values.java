package dev.atlas.persistence;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.Username;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Named;

/** How single values of the domain are written in rows: what every mapper uses. */
public final class Values {

    private Values() {}

    public static @Nullable UUID id(@Nullable Id<?> id) {
        return id == null ? null : id.value();
    }

    public static <T> @Nullable Id<T> id(@Nullable UUID id) {
        return id == null ? null : new Id<>(id);
    }

    public static String username(Username username) {
        return username.value();
    }

    public static Username username(String username) {
        return new Username(username);
    }

    public static String provider(Provider provider) {
        return provider.value();
    }

    public static Provider provider(String provider) {
        return new Provider(provider);
    }

    public static String secretName(SecretName name) {
        return name.value();
    }

    public static SecretName secretName(String name) {
        return new SecretName(name);
    }

    public static Json.@Nullable Obj object(@Nullable Json json) {
        return switch (json) {
            case null -> null;
            case Json.Obj object -> object;
            default -> throw new InvalidValue("json", "must be an object");
        };
    }

    /** Free JSON that need not be an object; asked for by name, because MapStruct would take {@link #object} for it. */
    @Named("any")
    public static @Nullable Json any(@Nullable Json json) {
        return json;
    }

    @Named("array")
    public static Json.@Nullable Arr array(@Nullable Json json) {
        return (Json.Arr) json;
    }
}
