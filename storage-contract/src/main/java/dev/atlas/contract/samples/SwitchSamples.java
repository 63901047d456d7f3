package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.switching.Switch;
import java.util.List;

/** Switches of the primary. */
public final class SwitchSamples {

    private static final int EPOCHS = 5;

    public static final Port<Id<Switch>, Switch> SWITCHES = new Port<>(
            "switches",
            Repositories::switches,
            (samples, repositories) -> new Switch(
                    samples.id(),
                    samples.number(EPOCHS),
                    samples.id(),
                    samples.id(),
                    samples.oneOf(Switch.State.class),
                    samples.maybe(() -> new Position(samples.number(EPOCHS), samples.count())),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(SWITCHES);

    private SwitchSamples() {}
}
