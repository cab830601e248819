import type { Migration } from "./migration.ts"

/**
 * Releases: what may leave to which agency, on which days. The person's side keeps days. What officers do is kept to the
 * minute: the person is entitled to know when somebody looked. What was released stands in the sealed case alone.
 */
export const releases: Migration = {
  number: 3,
  name: "releases",
  statements: ({ bytes, whole, strict }) => [
    `create table releases (
      release_id text primary key check (length(release_id) = 36), -- random, made by the person's device
      case_id text not null references cases (case_id) on delete cascade,
      agency_id text not null,             -- Seized: that this case goes to this agency
      seq ${whole} not null check (seq >= 1), -- counts the consents of the case
      exp_day text not null check (length(exp_day) = 10), -- last day of use
      day text not null check (length(day) = 10), -- day on which it came
      statement_hash ${bytes} not null check (length(statement_hash) = 32),
      dsse text not null,                  -- the signed release: digest of the consent, days, uses; no content
      fetched ${whole} not null check (fetched in (0, 1)), -- whether an officer has taken any of the package
      revoked ${whole} not null check (revoked in (0, 1)),
      stop_answered ${whole} not null check (stop_answered in (0, 1)) -- whether the agency has answered the taking back
    )${strict}`,
    `create index releases_by_case on releases (case_id)`,
    `create index releases_by_agency on releases (agency_id)`,

    `create table revocations (
      case_id text not null references cases (case_id) on delete cascade,
      statement_hash ${bytes} not null check (length(statement_hash) = 32),
      position ${whole} not null check (position >= 0),
      dsse text not null,                  -- the signed revocation: a digest or "all", and a day
      primary key (case_id, statement_hash)
    )${strict}`,

    `create table release_packages (
      release_id text not null references releases (release_id) on delete cascade,
      use_no ${whole} not null check (use_no >= 1),
      upload_id text not null unique       -- the sealed package; its upload goes before this row does
        check (length(upload_id) = 36),
      cover ${bytes} check (length(cover) = 1224), -- sealed to the agency's inbox; gone with the package
      key_id text not null check (length(key_id) = 22), -- member of staff who handed it over
      day text not null check (length(day) = 10),
      primary key (release_id, use_no)
    )${strict}`,

    `create table release_answers (
      answer_id text primary key check (length(answer_id) = 36),
      release_id text not null references releases (release_id) on delete cascade,
      position ${whole} not null check (position >= 0),
      key_id text not null check (length(key_id) = 22), -- officer who sent it
      at_ms ${whole} not null,             -- an officer's act, to the minute
      stops ${whole} not null check (stops in (0, 1)),
      bytes ${bytes} not null,             -- sealed to the reply key of the consent. Seized: a length bucket
      copy_bytes ${bytes} not null,        -- the same, sealed to the agency's inbox
      unique (release_id, position)
    )${strict}`,

    `create table release_views (
      release_id text not null references releases (release_id) on delete cascade,
      key_id text not null check (length(key_id) = 22), -- officer who looked
      act text not null check (act in ('opened', 'package')),
      at_ms ${whole} not null,             -- an officer's act, to the minute
      primary key (release_id, key_id, act, at_ms)
    )${strict}`,
  ],
}
