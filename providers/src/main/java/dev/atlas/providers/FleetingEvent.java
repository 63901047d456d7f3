package dev.atlas.providers;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import org.jspecify.annotations.Nullable;

/** An event that keeps its text only while it is read: LangChain4j keeps every event until the answer is whole. */
final class FleetingEvent extends ServerSentEvent {

    private static final String FORGOTTEN = "{}";

    private String data;

    FleetingEvent(@Nullable String event, String data) {
        super(event, FORGOTTEN);
        this.data = data;
    }

    @Override
    public String data() {
        return data;
    }

    void forget() {
        data = FORGOTTEN;
    }
}
