package dev.atlas.api.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/** Where a request comes from: the socket's address, or what a trusted proxy says in {@code X-Forwarded-For}. */
@Singleton
public final class ClientAddress {

    private final Set<String> trustedProxies;

    ClientAddress(ServerSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    /** Believes the header hop by hop from the right, as long as the hop before was a trusted proxy. */
    public String of(HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress() == null
                ? "unknown"
                : request.getRemoteAddress().getAddress().getHostAddress();
        String forwarded = request.getHeaders().get("X-Forwarded-For");
        if (forwarded == null) {
            return address;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trustedProxies.contains(address); i--) {
            address = hops[i].strip();
        }
        return address;
    }
}
