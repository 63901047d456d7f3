package dev.atlas.api.openapi;

import dev.atlas.api.http.Open;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.Router;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document. */
@Controller("/openapi.json")
final class DocumentController {

    private final BeanProvider<Router> router;
    private volatile @Nullable String document;

    DocumentController(BeanProvider<Router> router) {
        this.router = router;
    }

    /** Made for the first who asks: most servers are never asked, and all start sooner. */
    @Get
    @Open
    String document() {
        String made = document;
        if (made == null) {
            made = OpenApi.of(router.get()).text();
            document = made;
        }
        return made;
    }
}
