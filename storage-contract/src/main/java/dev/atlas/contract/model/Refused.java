package dev.atlas.contract.model;

import java.io.Serial;
import java.util.Set;

/** The model refuses what breaks these rules; an engine names any one of them. */
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Set<String> rules;

    Refused(Set<String> rules) {
        super("refused by " + rules);
        this.rules = Set.copyOf(rules);
    }

    public Set<String> rules() {
        return rules;
    }
}
