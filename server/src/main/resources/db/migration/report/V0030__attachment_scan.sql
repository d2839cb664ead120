-- Finds what came with a notice by its scan, when that matches later.
create index attachment_by_scan on report.attachment (scan_id) where scan_id is not null;
