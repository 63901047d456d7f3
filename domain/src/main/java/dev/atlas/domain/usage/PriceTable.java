package dev.atlas.domain.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what a model costs. Of the entries for one model at one provider the one counts that began last; one without a
 * price takes those before it away, so that what Atlas knows by itself counts again. Source: usage reference, section 2.4.
 */
public final class PriceTable {

    /** @param estimated true if the entry is for the beginning of the model's name alone */
    public record Found(PriceEntry entry, TokenPrice price, boolean estimated) {

        /** True if Atlas knows it by itself. */
        public boolean known() {
            return DefaultPrices.ALL.contains(entry);
        }
    }

    /** {@code char}s of the longest name that an entry can have. */
    private static final int LONGEST = 2 * PriceEntry.LONGEST_MODEL;

    private record Offer(String provider, String model) {

        static Offer of(PriceEntry entry) {
            return new Offer(entry.provider(), entry.model());
        }
    }

    private static final Map<Offer, PriceEntry> KNOWN =
            DefaultPrices.ALL.stream().collect(Collectors.toUnmodifiableMap(Offer::of, entry -> entry));

    private final List<PriceEntry> entries;

    private PriceTable(List<PriceEntry> entries) {
        this.entries = entries;
    }

    /** The prices that are set, over those that Atlas knows by itself. */
    public static PriceTable of(Collection<ModelPrice> set) {
        return new PriceTable(set.stream()
                .map(ModelPrice::entry)
                .sorted(Comparator.comparing(PriceEntry::effectiveFrom))
                .toList());
    }

    /** The names under which {@link #find} looks for a model: every beginning of its own, and that itself. */
    public static List<String> namesOf(String model) {
        String name = PriceEntry.name(model);
        return IntStream.rangeClosed(1, Math.min(name.length(), LONGEST))
                .mapToObj(end -> name.substring(0, end))
                .filter(part -> !Character.isHighSurrogate(part.charAt(part.length() - 1)))
                .toList();
    }

    /**
     * What this model costs at this provider at this time: the price of just that, else the model's at anybody, else that of
     * the longest beginning of its name at anybody; empty if there is none, which is not for nothing.
     */
    public Optional<Found> find(String provider, String model, Instant at) {
        Map<Offer, PriceEntry> counting = counting(at);
        String name = PriceEntry.name(model);
        return found(counting, new Offer(PriceEntry.name(provider), name), false)
                .or(() -> found(counting, new Offer(PriceEntry.ANYBODY, name), false))
                .or(() -> namesOf(name).reversed().stream()
                        .flatMap(beginning -> found(counting, new Offer(PriceEntry.ANYBODY, beginning), true).stream())
                        .findFirst());
    }

    private Map<Offer, PriceEntry> counting(Instant at) {
        Map<Offer, PriceEntry> counting = new HashMap<>(KNOWN);
        entries.stream().filter(entry -> !entry.effectiveFrom().isAfter(at)).forEach(entry -> {
            Offer offer = Offer.of(entry);
            counting.compute(offer, (same, before) -> entry.price() == null ? KNOWN.get(offer) : entry);
        });
        return counting;
    }

    private static Optional<Found> found(Map<Offer, PriceEntry> counting, Offer offer, boolean estimated) {
        PriceEntry entry = counting.get(offer);
        TokenPrice price = entry == null ? null : entry.price();
        return entry == null || price == null ? Optional.empty() : Optional.of(new Found(entry, price, estimated));
    }
}
