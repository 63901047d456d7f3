package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.chat.TurnAnswer.Stop;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelProvider;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.application.tools.ToolRunner;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one turn: a model is asked, what it wants of tools is done, and it is asked again with what they answered; until it
 * wants nothing more, something needs an approval, or it may go no further. For one thread.
 */
final class TurnRounds {

    private static final int LONGEST_NAME = 128;

    private final Caller caller;
    private final ToolRunner runner;
    private final List<Tool> tools;
    private final int most;
    private final Consumer<ModelEvent> reader;
    private final Cancellation cancellation;
    private final StringBuilder text = new StringBuilder();
    private final List<ToolCall> calls = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    TurnRounds(
            Caller caller,
            ToolRunner runner,
            List<Tool> tools,
            int most,
            Consumer<ModelEvent> reader,
            Cancellation cancellation) {
        this.caller = caller;
        this.runner = runner;
        this.tools = tools;
        this.most = most;
        this.reader = reader;
        this.cancellation = cancellation;
    }

    /**
     * Takes them.
     *
     * @param streams false if answers shall come in one piece
     * @param ended is told of each round but the last
     */
    TurnAnswer take(
            ModelProvider provider,
            ModelEndpoint endpoint,
            ModelQuestion first,
            boolean streams,
            Consumer<Arrived> ended) {
        List<ModelMessage> messages = new ArrayList<>(first.messages());
        for (int round = 1; ; round++) {
            List<ToolRequest> wanted = new ArrayList<>();
            ModelQuestion question =
                    new ModelQuestion(first.model(), messages, first.maxTokens(), first.temperature(), first.tools());
            int before = text.length();
            Arrived arrived = Arrived.from(
                    provider, endpoint, question, streams, event -> hear(event, before, wanted), cancellation);
            if (wanted.isEmpty() || arrived.problem() != null || arrived.answer() == null) {
                return answer(arrived, null);
            }
            if (round == most || calls.size() + wanted.size() > ChatEntry.MOST_TOOL_CALLS) {
                return answer(arrived, Stop.MAX_ROUNDS);
            }
            boolean approval = false;
            List<ToolRequest> named = wanted.stream().map(this::named).toList();
            messages.add(new ModelMessage.OfModel(text.substring(before).strip(), named));
            for (ToolRequest call : named) {
                if (waits(call)) {
                    approval = true;
                    calls.add(called(call, ToolCallStatus.PENDING, null));
                } else {
                    ToolResult result = run(call);
                    messages.add(new ModelMessage.OfTool(call.id(), call.name(), result.content()));
                    ToolCallStatus status = result.succeeded() ? ToolCallStatus.SUCCESS : ToolCallStatus.ERROR;
                    calls.add(called(call, status, result.content()));
                }
            }
            if (approval) {
                return answer(arrived, Stop.APPROVAL_REQUIRED);
            }
            ended.accept(arrived);
        }
    }

    private TurnAnswer answer(Arrived last, @Nullable Stop stop) {
        return new TurnAnswer(last, text.toString(), List.copyOf(calls), stop);
    }

    /** What is said in a later round begins a paragraph. */
    private void hear(ModelEvent event, int before, List<ToolRequest> wanted) {
        switch (event) {
            case ModelEvent.Text(String piece) -> {
                String whole = before > 0 && text.length() == before ? "\n\n" + piece : piece;
                text.append(whole);
                reader.accept(new ModelEvent.Text(whole));
            }
            case ModelEvent.ToolCalled(ToolRequest call) -> wanted.add(call);
            case ModelEvent.ToolAnswered answered -> reader.accept(answered);
        }
    }

    /** With an id that no other call of the turn has, as some providers count anew in each answer. */
    private ToolRequest named(ToolRequest call) {
        boolean good = call.id().codePointCount(0, call.id().length()) <= LONGEST_NAME
                && call.id().equals(AnswerText.storable(call.id()))
                && !call.id().isBlank()
                && call.id().strip().equals(call.id())
                && ids.add(call.id());
        String id = call.id();
        if (!good) {
            id = "call-" + (ids.size() + 1);
            while (!ids.add(id)) {
                id = id + "x";
            }
        }
        String name = AnswerText.storable(call.name()).strip();
        int length = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        return new ToolRequest(
                id,
                name.isEmpty() ? "unknown" : name.substring(0, name.offsetByCodePoints(0, length)),
                call.arguments());
    }

    /** True for what must be approved of, and could then be done. */
    private boolean waits(ToolRequest call) {
        return tools.stream().anyMatch(tool -> tool.name().equals(call.name()) && tool.destructive())
                && runner.understands(call);
    }

    private ToolResult run(ToolRequest call) {
        tell(new ModelEvent.ToolCalled(call));
        ToolResult result = cancellation.cancelled() ? ToolResult.CANCELLED : offered(call);
        tell(new ModelEvent.ToolAnswered(call, result.content(), result.succeeded()));
        return result;
    }

    private ToolResult offered(ToolRequest call) {
        if (tools.stream().noneMatch(tool -> tool.name().equals(call.name()))) {
            return ToolResult.UNKNOWN;
        }
        try {
            return runner.run(caller, call, false);
        } catch (InterruptedException e) {
            cancellation.abandon(); // the next round finds that out
            Thread.currentThread().interrupt();
            return ToolResult.CANCELLED;
        }
    }

    /** A reader that has gone ends the turn with its next round. */
    private void tell(ModelEvent event) {
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            cancellation.abandon();
        }
    }

    private static ToolCall called(ToolRequest call, ToolCallStatus status, @Nullable String result) {
        return new ToolCall(
                call.id(),
                call.name(),
                status,
                arguments(call.arguments()),
                result == null ? null : AnswerText.storable(result));
    }

    /** As the model wrote them, if that can be kept. */
    private static @Nullable Json arguments(String written) {
        try {
            Json read = written.isBlank() ? Json.Obj.EMPTY : Json.parse("arguments", written);
            return read.text().length() <= ToolCall.LONGEST ? read : null;
        } catch (InvalidValue e) {
            Json.Str asText = new Json.Str(AnswerText.storable(written));
            return asText.text().length() <= ToolCall.LONGEST ? asText : null;
        }
    }
}
