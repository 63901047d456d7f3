package dev.atlas.persistence.usage;

import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param inputPerMillion there exactly if the other price is */
@MappedEntity("model_prices")
@UniqueRule(
        name = ModelPrices.ONE_PER_TIME,
        columns = {"model", "provider", "effective_from"})
public record ModelPriceRow(
        @Id UUID id,
        String provider,
        String model,
        @MappedProperty("input_per_million") @Nullable BigDecimal inputPerMillion,
        @MappedProperty("output_per_million") @Nullable BigDecimal outputPerMillion,
        @MappedProperty("effective_from") @Micros Instant effectiveFrom,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
