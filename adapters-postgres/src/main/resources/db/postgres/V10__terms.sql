-- The term the store is in; see Fence.
insert into store values ('epoch', '0'), ('role', 'primary') on conflict do nothing;

-- Counts the terms that have begun, and those that nearly have: as a sequence it is no part of any transaction, so that each
-- sees it as it is, and not as it was when the transaction began.
create sequence terms_begun;
select setval('terms_begun', 1);

-- The last that a transaction asks for before it commits what it has written. From here on no term can begin until it is
-- committed, and none has begun since it began itself.
create function require_term(begun bigint) returns void
    language plpgsql
    set search_path from current
as $$
begin
    lock table store in row share mode;
    if (select last_value from terms_begun) <> begun then
        raise exception 'another term has begun' using errcode = 'AT001';
    end if;
end
$$;
