-- A kind, a blank and a name, which alone has up to 80 characters.
alter table workshop alter column spotlight set data type varchar(100);

-- Groups of people whom the answer to a question touches, as its editor listed them.
create table question_affected (
    question_id bigint  not null references question,
    position    integer not null,
    group_en    varchar(120),
    group_vi    varchar(120),
    primary key (question_id, position)
);

-- By which the same form for joining, sent twice, is the same member; null from the first page on that they open.
alter table workshop_member add column join_hash varchar(64);
