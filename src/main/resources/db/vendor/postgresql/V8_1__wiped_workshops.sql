-- The log of decisions is only ever added to, but for decisions in a workshop that was wiped.
drop trigger decision_stays on decision;

create or replace function decision_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select 1 from thread t join wiped_workshop w on w.workshop_id = t.workshop_id
                    where t.id = old.thread_id) then
            return old;
        end if;
    end if;
    raise exception 'decisions are never changed or deleted';
end
$$;
create trigger decision_stays before update or delete on decision
    for each row execute function decision_stays();
create trigger decision_stays_whole before truncate on decision
    for each statement execute function decision_stays();

create function wiped_workshop_stays() returns trigger language plpgsql as $$
begin
    raise exception 'that a workshop was wiped is never changed or deleted';
end
$$;
create trigger wiped_workshop_stays before update or delete or truncate on wiped_workshop
    for each statement execute function wiped_workshop_stays();
