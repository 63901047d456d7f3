package dev.atlas.application.tools;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs calls of tools: in the name of whoever asked, for so long and no longer, with answers of so much and no more. */
public final class ToolRunner {

    /** Source: usage reference, section 5.2. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Characters of a result: as much as is kept of it. */
    public static final int LONGEST = ToolCall.LONGEST;

    private static final Logger LOG = LoggerFactory.getLogger(ToolRunner.class);

    private final ToolCatalog catalog;
    private final Duration patience;

    public ToolRunner(ToolCatalog catalog, Duration patience) {
        this.catalog = catalog;
        this.patience = patience;
    }

    /**
     * Does what is asked and waits for it. Whatever goes wrong is a result.
     *
     * <p>One that takes too long is left alone: what it reads, nobody is told. It may still change what it was to change.
     *
     * @param approved true if somebody who may approved of this very call; a destructive tool does nothing otherwise
     * @throws InterruptedException if whoever waits is told to stop
     */
    public ToolResult run(Caller caller, ToolRequest call, boolean approved) throws InterruptedException {
        FutureTask<ToolResult> task = new FutureTask<>(() -> result(caller, call, approved));
        Thread thread = Thread.ofVirtual().name("tool-" + call.name()).start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return ToolResult.failed("tool.timed_out", "The tool took too long; what it was to change may be changed.");
        } catch (ExecutionException e) {
            LOG.warn("The tool {} failed", call.name(), e.getCause());
            return ToolResult.failed("tool.failed", "The tool failed.");
        }
    }

    /** True if there is such a tool, and these can be its arguments, as far as can be told without calling it. */
    public boolean understands(ToolRequest call) {
        try {
            return catalog.find(call.name())
                    .map(tool -> ToolArguments.of(tool, call.arguments()))
                    .isPresent();
        } catch (InvalidValue e) {
            return false;
        }
    }

    private ToolResult result(Caller caller, ToolRequest call, boolean approved) {
        Tool tool =
                catalog.find(call.name()).filter(each -> each.allowedTo(caller)).orElse(null);
        if (tool == null) {
            return ToolResult.UNKNOWN;
        }
        if (tool.destructive() && !approved) {
            return ToolResult.failed("tool.not_approved", "Nobody approved of this call.");
        }
        try {
            ToolResult result = ToolResult.of(tool.action().run(caller, ToolArguments.of(tool, call.arguments())));
            return result.content().length() <= LONGEST
                    ? result
                    : ToolResult.failed("tool.result_too_long", "The tool found too much; ask for less.");
        } catch (RuntimeException e) {
            return failed(
                    e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e);
        }
    }

    private static ToolResult failed(RuntimeException why) {
        return switch (why) {
            case InvalidValue invalid ->
                ToolResult.failed("tool.invalid_arguments", invalid.field() + " " + invalid.getMessage() + ".");
            case Refusal refused -> ToolResult.failed(refused.code(), String.valueOf(refused.getMessage()));
            case StorageException away ->
                ToolResult.failed("tool.unavailable", "The tool cannot be used at the moment.");
            default -> throw why;
        };
    }
}
