package dev.atlas.api.chat;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;

/** What somebody decided of a call. */
public record ToolApprovalInput(@Limits(max = 128) String toolCallId, Boolean approve) implements Input {}
