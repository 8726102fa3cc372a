-- Who may read a source's full text, where an administrator decided it; null where the portal's setting rules.
alter table source add column full_text varchar(20);
