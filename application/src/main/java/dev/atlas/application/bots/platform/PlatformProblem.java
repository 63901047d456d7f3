package dev.atlas.application.bots.platform;

import dev.atlas.application.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a platform did not do what it was asked: one kind for each cause, sorted by what can be done about it. */
public sealed interface PlatformProblem {

    /** How long to wait before another attempt where the platform does not say. */
    Duration PAUSE = Duration.ofSeconds(10);

    /** The stable, dotted name of the kind. */
    default String code() {
        return "platform." + name();
    }

    /** The last part of {@link #code}. */
    String name();

    /** What happened, for people. */
    String message();

    /** True if it is certain that nothing was done; else it may have been, as where a message may have been sent. */
    default boolean nothingDone() {
        return true;
    }

    /** How long to wait before it is tried again; null if the same attempt cannot succeed. */
    default @Nullable Duration pause() {
        return null;
    }

    /** As whoever asked is told. */
    default Refusal refusal() {
        Duration pause = pause();
        return pause == null ? new Refusal.WrongState(code(), message()) : new Refusal.NotYet(code(), message(), pause);
    }

    /** The platform does not take the token, or not for this. */
    record TokenRefused() implements PlatformProblem {
        @Override
        public String name() {
            return "token_refused";
        }

        @Override
        public String message() {
            return "The platform refuses the token.";
        }
    }

    /**
     * Too much was asked of it lately.
     *
     * @param pause after which it will answer again
     */
    record RateLimited(Duration pause) implements PlatformProblem {
        @Override
        public String name() {
            return "rate_limited";
        }

        @Override
        public String message() {
            return "The platform has been asked too much lately.";
        }

        @Override
        public Refusal refusal() {
            return new Refusal.TooMany(code(), message(), pause);
        }
    }

    /** Whom it is for is not there, or does not want to hear from the bot. */
    record RecipientGone() implements PlatformProblem {
        @Override
        public String name() {
            return "recipient_gone";
        }

        @Override
        public String message() {
            return "The conversation is not there any more, or the bot may not speak in it.";
        }
    }

    /**
     * The conversation goes on elsewhere.
     *
     * @param to what the platform knows it by from now on
     */
    record RecipientMoved(String to) implements PlatformProblem {
        @Override
        public String name() {
            return "recipient_moved";
        }

        @Override
        public String message() {
            return "The conversation goes on under another name.";
        }
    }

    /** It does not take the request as it is. */
    record RequestRefused() implements PlatformProblem {
        @Override
        public String name() {
            return "request_refused";
        }

        @Override
        public String message() {
            return "The platform does not take the request as it is.";
        }
    }

    /** What comes in goes elsewhere: to a webhook, or to whoever else asks for it. */
    record Taken() implements PlatformProblem {
        @Override
        public String name() {
            return "taken";
        }

        @Override
        public String message() {
            return "What is said to the bot goes to a webhook, or somebody else asks for it.";
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
    }

    /** Nobody is at the address, or nobody who speaks as the platform does. */
    record Unreachable() implements PlatformProblem {
        @Override
        public String name() {
            return "unreachable";
        }

        @Override
        public String message() {
            return "The platform cannot be reached at its address.";
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
    }

    /** It took longer than it may. */
    record TimedOut() implements PlatformProblem {
        @Override
        public String name() {
            return "timed_out";
        }

        @Override
        public String message() {
            return "The platform did not answer in time.";
        }

        @Override
        public boolean nothingDone() {
            return false;
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
    }

    /** Something went wrong on its side, or its answer broke off. */
    record Fault() implements PlatformProblem {
        @Override
        public String name() {
            return "fault";
        }

        @Override
        public String message() {
            return "Something went wrong at the platform.";
        }

        @Override
        public boolean nothingDone() {
            return false;
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
    }

    /** What it answered is not what it should look like, or is far too long. */
    record Unreadable() implements PlatformProblem {
        @Override
        public String name() {
            return "unreadable";
        }

        @Override
        public String message() {
            return "The platform's answer cannot be read.";
        }

        @Override
        public boolean nothingDone() {
            return false;
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
    }

    /** Whoever asked does not want it any more. */
    record Cancelled() implements PlatformProblem {
        @Override
        public String name() {
            return "cancelled";
        }

        @Override
        public String message() {
            return "The call was cancelled.";
        }

        @Override
        public boolean nothingDone() {
            return false;
        }
    }
}
