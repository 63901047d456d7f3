package dev.atlas.application.providers;

/** Which model of which provider. */
public record ModelName(String provider, String model) {

    /** Both in one, as clients ask for it: {@code openai/gpt-5}. */
    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
