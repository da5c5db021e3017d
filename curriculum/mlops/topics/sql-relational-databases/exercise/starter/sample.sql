insert into batteries values
  (1, 'b07', NULL), (2, 'b12', 1), (3, 'b31', NULL), (4, 'b44', 3);
insert into visits values
  (1, 1, '2026-11-02', 'done'), (2, 2, '2026-11-03', 'done'),
  (3, 1, '2026-11-05', 'open'), (4, 1, '2026-11-05', 'done'),
  (5, 1, '2026-11-01', 'cancelled'), (6, 3, '2026-11-04', 'open');
insert into parts values
  (1, 'fuse', 3, 100), (1, 'cell', 2, 500), (2, 'fuse', 1, 100),
  (4, 'seal', 1, 50), (5, 'cell', 9, 500);
insert into payments values (1, 600), (1, 400), (2, 100);
