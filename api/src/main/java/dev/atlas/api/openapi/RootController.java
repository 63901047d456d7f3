package dev.atlas.api.openapi;

import dev.atlas.api.http.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;

/** Shows whoever opens the bare address where to read on. Like the page itself it is no part of the API it describes. */
@Controller
final class RootController {

    @Get(produces = MediaType.ALL)
    @Open
    HttpResponse<?> docs() {
        return HttpResponse.seeOther(URI.create("/docs"));
    }
}
