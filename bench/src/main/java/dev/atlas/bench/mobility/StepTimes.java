package dev.atlas.bench.mobility;

import dev.atlas.application.switching.SwitchListener;
import dev.atlas.application.switching.SwitchStep;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each step of a switch takes, from the making of this to the first one on. For one thread. */
final class StepTimes implements SwitchListener {

    private final Map<SwitchStep, Long> nanos = new EnumMap<>(SwitchStep.class);
    private long before = System.nanoTime();

    @Override
    public void reached(SwitchStep step) {
        long now = System.nanoTime();
        nanos.put(step, now - before);
        before = now;
    }

    @Override
    public String toString() {
        return nanos.entrySet().stream()
                .map(each -> "%s %.0f ms"
                        .formatted(
                                each.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '), each.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }
}
