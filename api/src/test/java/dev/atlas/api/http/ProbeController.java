package dev.atlas.api.http;

import dev.atlas.application.Caller;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Routes that do nothing but show what the kernel does. */
@Controller("/api/v1/probe")
@io.micronaut.context.annotation.Requires(property = ProbeController.SWITCH)
public class ProbeController {

    /** The property that has these routes offered. */
    static final String SWITCH = "test.probe";

    public enum Colour {
        RED,
        DARK_BLUE
    }

    public record Inner(String text) {}

    public record Sent(
            String name,
            @Nullable Integer count,
            @Nullable Id<User> ownerId,
            @Nullable List<String> tags,
            Json.@Nullable Obj free,
            @Nullable SortedMap<String, Double> metrics,
            @Nullable Instant startTime,
            @Nullable Colour colour,
            @Nullable List<Inner> inner,
            Patch patch)
            implements Input {}

    @View
    public record Shown(
            Id<User> userId,
            Instant atTime,
            Json.Obj free,
            SortedMap<String, Double> metrics,
            @Nullable String absent,
            Colour colour,
            List<String> tags) {}

    @Post
    @Requires(Permission.PROJECT_VIEW)
    HttpResponse<String> echo(@Body Sent body) {
        return HttpResponse.ok("{\"seen\":\"" + body.name() + "\"}");
    }

    @Get
    @Requires(Permission.PROJECT_VIEW)
    CompletableFuture<HttpResponse<Shown>> show(Caller caller, HttpRequest<?> request) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("a", Double.NaN);
        metrics.put("b", 0.1);
        Json.Obj free = (Json.Obj) Json.parse("x", "{\"z\":1.50,\"a\":null,\"n\":[1,{\"k\":true}]}");
        return CompletableFuture.completedFuture(Answers.entity(
                request, new Shown(caller.user(), Instant.EPOCH, free, metrics, null, Colour.DARK_BLUE, List.of()), 7));
    }

    @Get("/list")
    @SignedIn
    String list(Paging paging, @Nullable @Query("Which.") String status) {
        return "{\"limit\":" + paging.page().limit() + ",\"status\":\"" + status + "\"}";
    }

    @Get("/closed")
    String closed() {
        return "{}";
    }

    @Get("/broken")
    @Open
    String broken() {
        throw new IllegalStateException("secret detail");
    }
}
