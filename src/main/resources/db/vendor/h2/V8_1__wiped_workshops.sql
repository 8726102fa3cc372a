-- The log of decisions is only ever added to, but for decisions in a workshop that was wiped: the class of the trigger
-- looks for its row here. That row itself stays.
create trigger wiped_workshop_stays before update, delete on wiped_workshop for each row
    call 'contested.operation.AppendOnly';
