package dev.atlas.platforms.slack;

import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import java.util.Objects;

/** Finds the cause in what Slack answers instead of a result. Source: the errors of each method of the Web API. */
final class SlackDiagnosis {

    private SlackDiagnosis() {}

    static PlatformProblem of(Answer answer) {
        if (answer.status() == 429) {
            return limited(answer);
        }
        if (answer.status() >= 500) {
            return new PlatformProblem.Fault();
        }
        if (!answer.body().has("ok")) {
            return answer.status() == 200 ? new PlatformProblem.Unreadable() : new PlatformProblem.Unreachable();
        }
        return switch (error(answer)) {
            case "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "no_permission",
                    "missing_scope",
                    "not_allowed_token_type",
                    "access_denied",
                    "org_login_required",
                    "ekm_access_denied",
                    "enterprise_is_restricted" -> new PlatformProblem.TokenRefused();
            case "channel_not_found",
                    "not_in_channel",
                    "is_archived",
                    "user_not_found",
                    "user_not_visible",
                    "cannot_dm_bot",
                    "thread_locked",
                    "message_not_found",
                    "restricted_action",
                    "restricted_action_thread_locked" -> new PlatformProblem.RecipientGone();
            case "ratelimited", "rate_limited" -> limited(answer);
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org" ->
                new PlatformProblem.Fault();
            default -> new PlatformProblem.RequestRefused();
        };
    }

    static String error(Answer answer) {
        return answer.body().path("error").asText();
    }

    private static PlatformProblem limited(Answer answer) {
        return new PlatformProblem.RateLimited(Objects.requireNonNullElse(answer.pause(), PlatformProblem.PAUSE));
    }
}
