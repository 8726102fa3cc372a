-- Whether counts of ballots were seen once: then nobody votes any more, or the difference would tell who did.
alter table workshop add column counted boolean default false not null;
-- The most extra minutes that any participant has: counts wait until all of them are over.
alter table workshop add column longest_extra integer default 0 not null;
update workshop w set longest_extra = coalesce((select max(m.extra_minutes) from workshop_member m where m.workshop_id = w.id), 0);
