import type { Migration } from "./migration.ts"

/**
 * Files: which parts of which upload are stored. The parts themselves lie in the blob store. There is no name, no type,
 * no size in bytes and no time but the day. Rows go after the parts they name, never before.
 */
export const uploads: Migration = {
  number: 2,
  name: "uploads",
  statements: ({ bytes, whole, strict }) => [
    `create table uploads (
      upload_id text primary key           -- random, made by the device. Seized: that a file was sent
        check (length(upload_id) = 36),
      case_id text not null references cases (case_id), -- no cascade: the parts are deleted first
      opened_by text not null check (length(opened_by) = 22), -- key that sends it
      chunks ${whole} not null check (chunks >= 1), -- length in chunks of 64 KiB. Seized: a size bucket
      day text not null check (length(day) = 10), -- day on which a device last opened it
      state text not null check (state in ('open', 'finished', 'dropped', 'emptied'))
    )${strict}`,
    `create index uploads_by_case on uploads (case_id)`,
    `create index uploads_unfinished on uploads (day) where state = 'open'`,

    `create table upload_parts (
      upload_id text not null references uploads (upload_id) on delete cascade,
      n ${whole} not null check (n >= 0),
      digest ${bytes} not null check (length(digest) = 32), -- SHA-256 of the sealed bytes. Tests no guess about the file
      primary key (upload_id, n)
    )${strict}`,

    `create table upload_allowances (
      case_id text primary key references cases (case_id) on delete cascade,
      bought_bytes ${whole} not null check (bought_bytes >= 0) -- beyond what every case may store, for solved puzzles
    )${strict}`,

    // The kinds of jobs grow with the program, and neither engine changes a check in place alike: the list now stands
    // in store/schema.ts alone.
    `create table jobs_of_any_kind (
      kind text not null check (length(kind) between 1 and 40),
      subject text not null,               -- a case, an offer, an upload, or ''
      run_at_ms ${whole} not null,         -- deleted with what it is about
      lease_until_ms ${whole} not null,
      attempts ${whole} not null check (attempts >= 0),
      state text not null check (state in ('waiting', 'dead')),
      primary key (kind, subject)
    )${strict}`,
    `insert into jobs_of_any_kind (kind, subject, run_at_ms, lease_until_ms, attempts, state)
      select kind, subject, run_at_ms, lease_until_ms, attempts, state from jobs`,
    `drop table jobs`,
    `alter table jobs_of_any_kind rename to jobs`,
    `create index jobs_due on jobs (run_at_ms) where state = 'waiting'`,
  ],
}
