-- A kind, a blank and a name, which alone has up to 80 characters.
alter table workshop alter column spotlight set data type varchar(100);
