package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Updates that wait to be asked for, or to be delivered to a webhook. */
final class TelegramQueue {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FIRST = 100;

    private final NavigableMap<Long, ObjectNode> all = new TreeMap<>();
    private final NavigableMap<Long, ObjectNode> waiting = new TreeMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private String url = "";
    private String secret = "";
    private String lastError = "";
    private long asking;
    private boolean closed;

    synchronized long add(String kind, ObjectNode what) {
        long id = all.isEmpty() ? FIRST : all.lastKey() + 1;
        ObjectNode update = JSON.objectNode().put("update_id", id);
        update.set(kind, what);
        all.put(id, update);
        waiting.put(id, update);
        notifyAll();
        return id;
    }

    synchronized List<Long> ids() {
        return List.copyOf(waiting.keySet());
    }

    /** Those from the offset on; that they are asked for says that those before it need not be told again. */
    synchronized Said get(JsonNode body) {
        if (!url.isEmpty()) {
            return TelegramServer.refusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        long offset = body.path("offset").asLong();
        if (offset > 0) {
            waiting.headMap(offset, false).clear();
        } else if (offset < 0) {
            while (waiting.size() > -offset) {
                waiting.pollFirstEntry();
            }
        }
        long mine = ++asking;
        notifyAll();
        long until = System.nanoTime() + body.path("timeout").asLong() * 1_000_000_000;
        try {
            while (waiting.isEmpty() && mine == asking && !closed && System.nanoTime() < until) {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (mine != asking) {
            return TelegramServer.refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        ArrayNode updates = JSON.arrayNode();
        waiting.values().stream()
                .limit(Math.clamp(body.path("limit").asInt(100), 1, 100))
                .forEach(updates::add);
        return TelegramServer.result(updates);
    }

    synchronized Said setWebhook(JsonNode body) {
        String given = body.path("secret_token").asText();
        String address = body.path("url").asText();
        if (!given.matches("[A-Za-z0-9_-]{0,256}")) {
            return TelegramServer.refusal(400, "Bad Request: secret token contains illegal characters");
        }
        if (!address.startsWith("https://") && !address.startsWith("http://127.0.0.1:")) {
            return TelegramServer.refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        }
        url = address;
        secret = given;
        lastError = "";
        dropIfAsked(body);
        return TelegramServer.result(JSON.booleanNode(true));
    }

    synchronized Said deleteWebhook(JsonNode body) {
        url = "";
        dropIfAsked(body);
        return TelegramServer.result(JSON.booleanNode(true));
    }

    private void dropIfAsked(JsonNode body) {
        if (body.path("drop_pending_updates").asBoolean()) {
            waiting.clear();
        }
    }

    synchronized ObjectNode info() {
        ObjectNode info = JSON.objectNode()
                .put("url", url)
                .put("has_custom_certificate", false)
                .put("pending_update_count", waiting.size());
        if (!lastError.isEmpty()) {
            info.put("last_error_date", 1_700_000_000).put("last_error_message", lastError);
        }
        return info;
    }

    /** Stops at the first that is not taken, which is what Telegram does as well. */
    List<Integer> deliver(List<Long> ids) {
        List<Integer> statuses = new ArrayList<>();
        for (Long id : ids) {
            int status = deliver(id);
            statuses.add(status);
            if (status / 100 != 2) {
                break;
            }
        }
        return statuses;
    }

    private int deliver(long id) {
        HttpRequest request;
        synchronized (this) {
            request = HttpRequest.newBuilder(URI.create(url))
                    .version(HttpClient.Version.HTTP_1_1)
                    .setHeader("Content-Type", "application/json")
                    .setHeader("X-Telegram-Bot-Api-Secret-Token", secret)
                    .POST(BodyPublishers.ofString(
                            Objects.requireNonNull(all.get(id)).toString()))
                    .build();
        }
        int status;
        try {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            status = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 0;
        }
        synchronized (this) {
            if (status / 100 == 2) {
                waiting.remove(id);
            } else {
                lastError = "Wrong response from the webhook: " + status;
            }
        }
        return status;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
        client.shutdownNow();
    }
}
