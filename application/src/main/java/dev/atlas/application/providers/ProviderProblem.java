package dev.atlas.application.providers;

import dev.atlas.application.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a provider gave no answer: one kind for each cause, sorted by what can be done about it. */
public sealed interface ProviderProblem {

    /** How long to wait before another attempt where the provider does not say. */
    Duration PAUSE = Duration.ofSeconds(10);

    /** The stable, dotted name of the kind. */
    String code();

    /** What happened, for people. */
    String message();

    /** As whoever asked is told. */
    default Refusal refusal() {
        return new Refusal.WrongState(code(), message());
    }

    /** True if the same call may succeed later. */
    default boolean passing() {
        return switch (refusal()) {
            case Refusal.NotYet later -> true;
            case Refusal.TooMany later -> true;
            default -> false;
        };
    }

    /** The provider does not take the key, or not for this. */
    record KeyRefused() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.key_refused";
        }

        @Override
        public String message() {
            return "The provider refuses the key.";
        }
    }

    /**
     * Too much was asked of it lately.
     *
     * @param pause after which it will answer again, if it says so
     */
    record RateLimited(@Nullable Duration pause) implements ProviderProblem {
        @Override
        public String code() {
            return "provider.rate_limited";
        }

        @Override
        public String message() {
            return "The provider has been asked too much lately.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.TooMany(code(), message(), pause == null ? PAUSE : pause);
        }
    }

    /** The account has nothing left; waiting does not help. */
    record QuotaExhausted() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.quota_exhausted";
        }

        @Override
        public String message() {
            return "The account at the provider has no credit or quota left.";
        }
    }

    /** The conversation is longer than the model can read. */
    record ContextTooLong() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.context_too_long";
        }

        @Override
        public String message() {
            return "The conversation is longer than the model can read.";
        }
    }

    /** It has no such model, or not for this key. */
    record ModelUnknown() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.model_unknown";
        }

        @Override
        public String message() {
            return "The provider has no such model.";
        }
    }

    /** It does not want to answer this. */
    record ContentRefused() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.content_refused";
        }

        @Override
        public String message() {
            return "The provider refuses to answer this content.";
        }
    }

    /** It does not take the request as it is; the model may not know tools, for one. */
    record RequestRefused() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.request_refused";
        }

        @Override
        public String message() {
            return "The provider does not take the request as it is; the model may not know what it asks for.";
        }
    }

    /** Nobody is at the address, or nobody who speaks as the provider does. */
    record Unreachable() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.unreachable";
        }

        @Override
        public String message() {
            return "The provider cannot be reached at its address.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.NotYet(code(), message(), PAUSE);
        }
    }

    /** It took longer than it may. */
    record TimedOut(Wait waitedFor) implements ProviderProblem {

        /** What was waited for. */
        public enum Wait {
            A_PLACE("provider.busy", "Too many calls to the provider are going on."),
            FIRST_TOKEN("provider.timed_out", "The provider did not begin to answer in time."),
            NEXT_TOKEN("provider.timed_out", "The provider did not go on with its answer in time."),
            END("provider.timed_out", "The provider did not come to an end in time.");

            private final String code;
            private final String message;

            Wait(String code, String message) {
                this.code = code;
                this.message = message;
            }
        }

        @Override
        public String code() {
            return waitedFor.code;
        }

        @Override
        public String message() {
            return waitedFor.message;
        }

        @Override
        public Refusal refusal() {
            return new Refusal.NotYet(code(), message(), PAUSE);
        }
    }

    /** Something went wrong on its side. */
    record Fault() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.fault";
        }

        @Override
        public String message() {
            return "Something went wrong at the provider.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.NotYet(code(), message(), PAUSE);
        }
    }

    /** What it answered is not what it should look like, or is far too long. */
    record Unreadable() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.unreadable";
        }

        @Override
        public String message() {
            return "The provider's answer cannot be read.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.NotYet(code(), message(), PAUSE);
        }
    }

    /** It answered, and said nothing. */
    record NothingSaid() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.nothing_said";
        }

        @Override
        public String message() {
            return "The model said nothing.";
        }
    }

    /** The answer ended in the middle. */
    record Broken() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.stream_broken";
        }

        @Override
        public String message() {
            return "The provider's answer broke off.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.NotYet(code(), message(), PAUSE);
        }
    }

    /** Whoever asked does not want the answer any more. */
    record Cancelled() implements ProviderProblem {
        @Override
        public String code() {
            return "provider.cancelled";
        }

        @Override
        public String message() {
            return "The call was cancelled.";
        }
    }
}
