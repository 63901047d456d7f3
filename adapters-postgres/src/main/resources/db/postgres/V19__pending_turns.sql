-- What nodes are at is little beside all that was ever said.
create index chat_messages_pending on chat_messages (created_at, id) where state = 'pending';
