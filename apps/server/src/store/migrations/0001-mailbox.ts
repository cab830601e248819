import type { Migration } from "./migration.ts"

/**
 * The whole mailbox of the first version. Every comment says what a column holds and what a row tells whoever
 * seizes the disk. Reporter-side time is a day; exact times stand only on things that end soon (`*_ms`), and are
 * deleted with them.
 */
export const mailbox: Migration = {
  number: 1,
  name: "mailbox",
  statements: ({ bytes, whole, strict }) => [
    `create table server_secrets (
      name text primary key,               -- what the secret is for
      value ${bytes} not null              -- 32 random bytes. Seized: challenges can be forged, nothing can be opened
        check (length(value) = 32)
    )${strict}`,

    `create table cases (
      case_id text primary key             -- hash of the case's two public keys, base64url. Seized: that a case exists
        check (length(case_id) = 22),
      handle text not null unique          -- hash of the login key, base64url
        check (length(handle) = 22),
      auth_pk ${bytes} not null            -- Ed25519 public key, login only
        check (length(auth_pk) = 32),
      sign_pk ${bytes} not null            -- Ed25519 public key of the case
        check (length(sign_pk) = 32),
      kem_pk ${bytes} not null             -- X-Wing public key of the case
        check (length(kem_pk) = 1216),
      key_id text not null                 -- name of the case's keys as an author and a reader
        check (length(key_id) = 22),
      state text not null check (state in ('opened', 'submitted', 'expired')),
      opened_day text not null             -- day (UTC) of the first visit
        check (length(opened_day) = 10),
      ends_day text                        -- day after which an unsubmitted case is gone; null once submitted
        check (ends_day is null or length(ends_day) = 10),
      submitted_day text                   -- day of submission
        check (submitted_day is null or length(submitted_day) = 10),
      submit_hash ${bytes}                 -- SHA-256 of the submitted body, so that a repeat is recognised
        check (submit_hash is null or length(submit_hash) = 32),
      epoch ${whole} not null check (epoch >= 0),      -- newest epoch: how often somebody was removed
      roster_seq ${whole} not null check (roster_seq >= -1), -- newest roster entry, -1 before submission
      envelope_count ${whole} not null check (envelope_count >= 0), -- number of sealed messages
      check ((state = 'submitted') = (submitted_day is not null and submit_hash is not null)),
      check ((state = 'submitted') = (ends_day is null))
    )${strict}`,

    `create table tokens (
      token_hash ${bytes} primary key      -- SHA-256 of the bearer token of a visit
        check (length(token_hash) = 32),
      case_id text not null references cases (case_id) on delete cascade,
      ends_ms ${whole} not null            -- rounded up to 5 minutes; the row is deleted soon after
    )${strict}`,
    `create index tokens_by_end on tokens (ends_ms)`,

    `create table spent_challenges (
      challenge_hash ${bytes} primary key  -- SHA-256 of a challenge that was answered: single use. Names no case
        check (length(challenge_hash) = 32),
      ends_ms ${whole} not null            -- after this the challenge would be refused by its age
    )${strict}`,
    `create index spent_challenges_by_end on spent_challenges (ends_ms)`,

    `create table budgets (
      case_id text not null references cases (case_id) on delete cascade,
      day text not null check (length(day) = 10),
      proposals_left ${whole} not null check (proposals_left >= 0),
      envelopes_left ${whole} not null check (envelopes_left >= 0),
      primary key (case_id, day)           -- rows of earlier days are deleted
    )${strict}`,

    `create table proposals (
      proposal_id text primary key check (length(proposal_id) = 36),
      case_id text not null references cases (case_id) on delete cascade,
      ends_ms ${whole} not null,           -- 30 minutes, rounded up to 5; deleted at submission
      body text not null                   -- JSON: routing facets, picks, and the sealed decision per need
    )${strict}`,
    `create index proposals_by_end on proposals (ends_ms)`,
    `create index proposals_by_case on proposals (case_id)`,

    `create table roster_entries (
      case_id text not null references cases (case_id) on delete cascade,
      seq ${whole} not null check (seq >= 0),
      epoch ${whole} not null check (epoch >= 0),
      entry_hash ${bytes} not null check (length(entry_hash) = 32), -- SHA-256 of the signed payload
      dsse text not null,                  -- signed statement, JSON. Seized: which staff keys may read, since which day
      primary key (case_id, seq)
    )${strict}`,

    `create table roster_members (
      case_id text not null references cases (case_id) on delete cascade,
      key_id text not null check (length(key_id) = 22),
      need_id text not null,               -- '' for those who are there for the whole case
      role text not null check (role in ('reporter', 'expert', 'coordinator', 'trustee')),
      discipline text not null check (discipline in ('', 'psych', 'legal', 'cyber')),
      state text not null check (state in ('proposed', 'member')),
      since_day text not null check (length(since_day) = 10),
      primary key (case_id, key_id)
    )${strict}`,
    `create index roster_members_by_key on roster_members (key_id)`,

    `create table case_wraps (
      case_id text not null references cases (case_id) on delete cascade,
      epoch ${whole} not null check (epoch >= 0),
      key_id text not null check (length(key_id) = 22),
      bytes ${bytes} not null check (length(bytes) = 1168), -- the case key, sealed to key_id
      primary key (case_id, epoch, key_id)
    )${strict}`,

    `create table epoch_links (
      case_id text not null references cases (case_id) on delete cascade,
      epoch ${whole} not null check (epoch >= 1),
      bytes ${bytes} not null check (length(bytes) = 60), -- key of the epoch before, sealed under this one's
      primary key (case_id, epoch)
    )${strict}`,

    `create table envelopes (
      msg_id text primary key check (length(msg_id) = 36),
      case_id text not null references cases (case_id) on delete cascade,
      position ${whole} not null check (position >= 0), -- order of arrival within the case
      epoch ${whole} not null check (epoch >= 0),
      author_key_id text not null check (length(author_key_id) = 22),
      bytes ${bytes} not null check (length(bytes) >= 1052), -- sealed and padded. Seized: a size bucket
      received_day text not null check (length(received_day) = 10),
      unique (case_id, position)
    )${strict}`,

    `create table needs (
      need_id text primary key check (length(need_id) = 36),
      case_id text not null references cases (case_id) on delete cascade,
      discipline text not null check (discipline in ('psych', 'legal', 'cyber')),
      phase text not null check (phase in ('offered', 'accepted', 'held')),
      facets text,                         -- JSON, what the router was told; null from acceptance on
      picks text not null,                 -- JSON, keys proposed to the person, best first; '[]' from acceptance on
      binding_rule text,                   -- the rule that nobody met; null from acceptance on
      preview ${bytes} not null,           -- sealed facts for the conflict check, needed again if the holder leaves
      weight ${whole} not null check (weight between 1 and 3), -- what the case takes of an expert's cap
      holder text check (holder is null or length(holder) = 22),
      accepted_day text check (accepted_day is null or length(accepted_day) = 10),
      submitted_day text not null check (length(submitted_day) = 10),
      check ((phase = 'accepted') = (holder is not null and accepted_day is not null)),
      check (phase <> 'accepted' or facets is null)
    )${strict}`,
    `create index needs_by_case on needs (case_id)`,
    `create index needs_by_holder on needs (holder)`,
    `create index needs_unowned on needs (submitted_day) where phase <> 'accepted'`,

    `create table preview_wraps (
      need_id text not null references needs (need_id) on delete cascade,
      key_id text not null check (length(key_id) = 22),
      bytes ${bytes} not null check (length(bytes) = 1168), -- key of the preview, sealed to a proposed expert
      primary key (need_id, key_id)
    )${strict}`,

    `create table offers (
      offer_id text primary key check (length(offer_id) = 36),
      need_id text not null references needs (need_id) on delete cascade,
      case_id text not null references cases (case_id) on delete cascade,
      key_id text not null check (length(key_id) = 22),
      position ${whole} not null check (position >= 0), -- order of asking within the need
      state text not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
      step text not null check (step in ('wait', 'nudge', 'tell_coordinator')), -- what its clock has led to so far
      reason text not null,                -- why it was declined, '' otherwise
      opened_ms ${whole},                  -- rounded down to 5 minutes; null once closed
      deadline_ms ${whole},                -- rounded up; null once closed, or when only a human may end it
      closed_day text check (closed_day is null or length(closed_day) = 10),
      unique (need_id, position),
      check ((state = 'open') = (opened_ms is not null)),
      check (state = 'open' or deadline_ms is null),
      check ((state = 'open') = (closed_day is null))
    )${strict}`,
    `create unique index offers_one_taker on offers (need_id) where state = 'accepted'`,
    `create unique index offers_one_open_each on offers (need_id, key_id) where state = 'open'`,
    `create index offers_open_by_key on offers (key_id) where state = 'open'`,
    `create index offers_by_case on offers (case_id)`,

    `create table offer_answers (
      offer_id text primary key references offers (offer_id) on delete cascade,
      case_id text not null references cases (case_id) on delete cascade,
      position ${whole} not null check (position >= 0), -- order of arrival within the case
      answer_hash ${bytes} not null check (length(answer_hash) = 32),
      dsse text not null                   -- the expert's signed yes or no, JSON
    )${strict}`,
    `create index offer_answers_by_case on offer_answers (case_id)`,

    `create table decisions (
      need_id text primary key references needs (need_id) on delete cascade,
      policy_version text not null,
      input_hash ${bytes} not null check (length(input_hash) = 32), -- SHA-256 of salted inputs: tests no guess
      winner text check (winner is null or length(winner) = 22)
    )${strict}`,
    `create table decision_copies (
      need_id text not null references decisions (need_id) on delete cascade,
      key_id text not null check (length(key_id) = 22),
      bytes ${bytes} not null,             -- inputs and outcome, padded and sealed to a coordinator on duty
      primary key (need_id, key_id)
    )${strict}`,

    `create table access_log (
      case_id text not null references cases (case_id) on delete cascade,
      key_id text not null check (length(key_id) = 22),
      act text not null check (act in ('read', 'preview')),
      day text not null check (length(day) = 10),
      primary key (case_id, key_id, act, day)
    )${strict}`,

    `create table staff_sessions (
      session_hash ${bytes} primary key check (length(session_hash) = 32), -- SHA-256 of the cookie
      key_id text not null check (length(key_id) = 22),
      seen_ms ${whole} not null,           -- ends 60 minutes after this
      ends_ms ${whole} not null            -- ends in any case
    )${strict}`,

    `create table staff_tries (
      alias text primary key,
      failures ${whole} not null check (failures >= 0),
      wait_until_ms ${whole} not null
    )${strict}`,
    `create table staff_codes (
      member_id text primary key check (length(member_id) = 36),
      last_step ${whole} not null          -- newest 30-second step whose six digits were used (RFC 6238)
    )${strict}`,

    `create table jobs (
      kind text not null check (kind in ('expire_case', 'offer_clock', 'sweep')),
      subject text not null,               -- a case, an offer, or ''
      run_at_ms ${whole} not null,         -- deleted with the case or offer it is about
      lease_until_ms ${whole} not null,
      attempts ${whole} not null check (attempts >= 0),
      state text not null check (state in ('waiting', 'dead')),
      primary key (kind, subject)
    )${strict}`,
    `create index jobs_due on jobs (run_at_ms) where state = 'waiting'`,
  ],
}
