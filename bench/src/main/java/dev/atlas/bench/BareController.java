package dev.atlas.bench;

import dev.atlas.api.http.Open;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

/** What the server costs without Atlas: it says again what it was told last. */
@Controller("/bare")
final class BareController {

    private volatile byte[] said = {};

    @Put(consumes = MediaType.ALL)
    @Open
    void say(@Body byte[] bytes) {
        said = bytes;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    @Open
    byte[] again() {
        return said;
    }

    @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    @Open
    byte[] hear(@Body byte[] heard) {
        return said;
    }
}
