package dev.atlas.api.http;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 tells it. Never holds an exception's text.
 *
 * @param type {@code about:blank}: the title says all there is
 * @param instance the request's id, to be found in the log
 * @param code stable and dotted, such as {@code project.name_taken}
 * @param errors what is wrong with which field, where the request itself is wrong
 * @param error the same as clients of OpenAI read it; there below {@code /v1} alone
 * @param sessionId the chat that holds what was said all the same; there only if something was
 */
@View
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable List<FieldError> errors,
        @Nullable OpenAiError error,
        @Nullable Id<ChatSession> sessionId) {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The same of what was said in this chat. */
    Problem in(Id<ChatSession> session) {
        return new Problem(type, title, status, detail, instance, code, errors, error, session);
    }

    /** What went wrong, in the form of OpenAI. */
    @View
    public record OpenAiError(String message, String type, String code) {}

    /** What is wrong with one field. */
    @View
    public record FieldError(String field, String message) {}
}
