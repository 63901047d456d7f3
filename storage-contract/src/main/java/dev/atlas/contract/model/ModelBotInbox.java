package dev.atlas.contract.model;

import dev.atlas.contract.samples.BotInboxSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConfigurations;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotConversations;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotLanes;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotMessages;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.bots.BotUpdates;
import dev.atlas.domain.bots.LastMessage;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.domain.storage.RecordKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What comes in for bots, and what was said. */
final class ModelBotInbox {

    private ModelBotInbox() {}

    static Map<String, Object> ports(Model model) {
        return Map.of(
                "botUpdates", new AllUpdates(model),
                "botLanes", new AllLanes(model),
                "botConversations", new AllConversations(model),
                "botMessages", new AllMessages(model),
                "botConfigurations", new AllConfigurations(model));
    }

    private static final class AllUpdates extends ModelAggregates<Id<BotUpdate>, BotUpdate> implements BotUpdates {
        AllUpdates(Model model) {
            super(BotInboxSamples.UPDATES, model);
        }

        @Override
        public List<BotUpdate> open(Id<BotLane> lane, int limit) {
            return where(update -> lane.equals(update.lane()))
                    .sorted(Comparator.comparing(
                                    (BotUpdate update) -> update.inbound().ordinal())
                            .thenComparing(update -> update.id().value(), Id::compare))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<BotUpdate> among(Collection<Id<BotUpdate>> ids) {
            return where(update -> ids.contains(update.id())).toList();
        }

        @Override
        public List<BotUpdate> endedBefore(Instant time, int limit) {
            return where(update -> !update.open() && update.receivedAt().isBefore(time))
                    .sorted(Comparator.comparing(BotUpdate::receivedAt)
                            .thenComparing(update -> update.id().value(), Id::compare))
                    .limit(limit)
                    .toList();
        }
    }

    private static final class AllLanes extends ModelAggregates<Id<BotLane>, BotLane> implements BotLanes {

        private static final Comparator<BotLane> BY_TIME = Comparator.comparing(BotLane::dueAt)
                .thenComparing(lane -> lane.id().value(), Id::compare);

        AllLanes(Model model) {
            super(BotInboxSamples.LANES, model);
        }

        @Override
        public List<BotLane> due(Instant time, int limit) {
            return where(lane -> lane.worker() == null && lane.dueAt().isBefore(time))
                    .sorted(BY_TIME)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<BotLane> taken(int limit) {
            return where(lane -> lane.worker() != null)
                    .sorted(BY_TIME)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<BotLane> among(Collection<Id<BotLane>> ids) {
            return where(lane -> ids.contains(lane.id())).toList();
        }
    }

    private static final class AllConversations extends ModelAggregates<Id<BotConversation>, BotConversation>
            implements BotConversations {
        AllConversations(Model model) {
            super(BotInboxSamples.CONVERSATIONS, model);
        }

        @Override
        public Slice<BotConversation> list(
                @Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page) {
            return newestFirst(
                    page,
                    BotConversation::lastMessageAt,
                    each -> (platform == null || each.platform() == platform)
                            && (account == null || each.accountId().equals(account)));
        }

        @Override
        public List<PlatformCount> counts(Collection<BotPlatform> platforms, Instant time) {
            return PlatformCounting.counts(
                    where(each -> !each.lastMessageAt().isBefore(time)).map(BotConversation::platform), platforms);
        }

        @Override
        public List<LastMessage> lastMessages(Collection<Id<BotAccount>> accounts) {
            Map<Id<BotAccount>, Instant> last = new HashMap<>();
            where(each -> accounts.contains(each.accountId()))
                    .forEach(each -> last.merge(
                            each.accountId(), each.lastMessageAt(), BinaryOperator.maxBy(Comparator.naturalOrder())));
            return last.entrySet().stream()
                    .map(each -> new LastMessage(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    private static final class AllConfigurations extends ModelAggregates<String, BotConfiguration>
            implements BotConfigurations {
        AllConfigurations(Model model) {
            super(BotInboxSamples.CONFIGURATIONS, model);
        }

        /** Text is ordered by its bytes. */
        @Override
        public List<BotConfiguration> all() {
            return where(bot -> true)
                    .sorted(Comparator.comparing(bot -> (RecordKey) new RecordKey.OfText(bot.id())))
                    .toList();
        }
    }

    private static final class AllMessages extends ModelAggregates<Id<BotMessage>, BotMessage> implements BotMessages {
        AllMessages(Model model) {
            super(BotInboxSamples.MESSAGES, model);
        }

        @Override
        public Slice<BotMessage> of(Id<BotConversation> conversation, Page page) {
            return newestFirst(page, BotMessage::createdAt, message -> message.conversationId()
                    .equals(conversation));
        }

        @Override
        public Slice<BotMessage> since(Instant time, Page page) {
            return newestFirst(
                    page, BotMessage::createdAt, message -> !message.createdAt().isBefore(time));
        }

        @Override
        public List<BotMessage> before(Instant time, int limit) {
            return where(message -> message.createdAt().isBefore(time))
                    .sorted(Comparator.comparing(BotMessage::createdAt)
                            .thenComparing(message -> message.id().value(), Id::compare))
                    .limit(limit)
                    .toList();
        }
    }
}
