-- The log of decisions is only ever added to.
create function decision_stays() returns trigger language plpgsql as $$
begin
    raise exception 'decisions are never changed or deleted';
end
$$;
create trigger decision_stays before update or delete or truncate on decision
    for each statement execute function decision_stays();
-- Few published comments have a revision that waits, and the queue asks for exactly these.
create index comment_waiting on comment (id) where state = 'PUBLISHED' and published_number < latest_number;
