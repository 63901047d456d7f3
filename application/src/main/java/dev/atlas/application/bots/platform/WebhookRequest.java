package dev.atlas.application.bots.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody sent who says that they are a platform.
 *
 * @param headers whatever the case of their names
 * @param body as it came
 * @param at when it came
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record WebhookRequest(SortedMap<String, String> headers, byte[] body, Instant at) {

    public WebhookRequest {
        SortedMap<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
