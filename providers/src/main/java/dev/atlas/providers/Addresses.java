package dev.atlas.providers;

/** Parts of an address put together, with one slash between them. */
final class Addresses {

    private Addresses() {}

    static String under(String base, String path) {
        return (base.endsWith("/") ? base : base + "/") + path;
    }
}
