-- The term the store is in; see Fence.
insert or ignore into store values ('epoch', '0'), ('role', 'primary');
