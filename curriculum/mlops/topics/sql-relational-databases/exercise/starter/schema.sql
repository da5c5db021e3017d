create table batteries(
  id       integer primary key,
  name     text not null unique,
  replaces integer references batteries(id));  -- NULL: it replaces none

create table visits(
  id      integer primary key,
  battery integer not null references batteries(id),
  day     text not null,
  status  text not null check (status in ('done', 'open', 'cancelled')));

create table parts(
  visit integer not null references visits(id),
  part  text not null,
  qty   integer not null,
  cents integer not null);                     -- price of one piece

create table payments(
  visit integer not null references visits(id),
  cents integer not null);
