package dev.atlas.providers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** Where every request to a provider begins. */
final class Requests {

    private Requests() {}

    /** HTTP/2 only where both sides agree on it in passing; asking for it in the clear confuses some servers. */
    static HttpRequest.Builder to(URI address) {
        boolean clear = "http".equalsIgnoreCase(address.getScheme());
        return HttpRequest.newBuilder(address)
                .version(clear ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .setHeader("User-Agent", "atlas");
    }
}
