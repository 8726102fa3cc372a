-- The log of decisions is only ever added to. A row's trigger refuses change and deletion; TRUNCATE, which fires no
-- trigger in H2, is refused since the table refers to itself.
create trigger decision_stays before update, delete on decision for each row
    call 'contested.operation.AppendOnly';
