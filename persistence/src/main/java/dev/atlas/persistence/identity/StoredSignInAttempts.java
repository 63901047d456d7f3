package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.SignInAttempts;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredSignInAttempts extends StoredAggregates<String, FailedSignIns, FailedSignInsRow, String>
        implements SignInAttempts {

    StoredSignInAttempts(FailedSignInsRows rows, FailedSignInsRowMapper mapper, Engine engine) {
        super(Table.of(FailedSignInsRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String subject) {
        return subject;
    }

    @Override
    public List<FailedSignIns> lastFailedBefore(Instant time, int limit) {
        return all(Listing.of(FailedSignInsRow.class)
                .where(new Before("last_failed_at", time))
                .ascending("last_failed_at", "id")
                .atMost(limit));
    }
}
