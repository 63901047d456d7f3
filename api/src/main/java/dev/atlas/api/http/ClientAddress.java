package dev.atlas.api.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Set;

/** Where a request comes from: the socket's address, or what a trusted proxy says in {@code X-Forwarded-For}. */
@Singleton
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Set<String> trustedProxies;

    ClientAddress(ServerSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    /** True if the request comes from this machine itself, and not through a proxy on it. */
    boolean isLoopback(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address != null
                && address.isLoopbackAddress()
                && !request.getHeaders().contains(FORWARDED_FOR)
                && !request.getHeaders().contains("Forwarded");
    }

    /** Believes the header hop by hop from the right, as long as the hop before was a trusted proxy. */
    public String of(HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress() == null
                ? "unknown"
                : request.getRemoteAddress().getAddress().getHostAddress();
        String forwarded = request.getHeaders().get(FORWARDED_FOR);
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
