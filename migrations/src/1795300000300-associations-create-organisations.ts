import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantContext } from './grants.js';

/**
 * The 14 areas (連合振興町会) of the ward, organisations, officer terms and invitations.
 * Area names and readings: ward material and look-ups, see the README of libs/associations.
 */
export class AssociationsCreateOrganisations1795300000300 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create extension if not exists btree_gist');
    await queryRunner.query(ORGANISATIONS);
    await queryRunner.query(TERMS);
    for (const [index, [id, slug, name, kana]] of AREAS.entries()) {
      const sort = index + 1;
      await queryRunner.query('insert into associations.area (id, code, slug, name, kana, sort) values ($1, $2, $3, $4, $5, $6)', [
        id,
        String(sort).padStart(2, '0'),
        slug,
        name,
        kana,
        sort,
      ]);
    }
    await grantContext(queryRunner, 'associations', { appendOnly: ['term_ending'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema associations cascade');
  }
}

/** Ids are fixed, so that every installation and every export speaks of the same area. */
const AREAS = [
  ['01930000-0000-7000-8000-000000000001', 'nishisenba', '西船場', 'にしせんば'],
  ['01930000-0000-7000-8000-000000000002', 'edobori', '江戸堀', 'えどぼり'],
  ['01930000-0000-7000-8000-000000000003', 'utsubo', '靱', 'うつぼ'],
  ['01930000-0000-7000-8000-000000000004', 'meiji', '明治', 'めいじ'],
  ['01930000-0000-7000-8000-000000000005', 'kokyo', '広教', 'こうきょう'],
  ['01930000-0000-7000-8000-000000000006', 'nishiroku', '西六', 'にしろく'],
  ['01930000-0000-7000-8000-000000000007', 'horie', '堀江', 'ほりえ'],
  ['01930000-0000-7000-8000-000000000008', 'takakiya', '高台', 'たかきや'],
  ['01930000-0000-7000-8000-000000000009', 'hiyoshi', '日吉', 'ひよし'],
  ['01930000-0000-7000-8000-00000000000a', 'chiyozaki', '千代崎', 'ちよざき'],
  ['01930000-0000-7000-8000-00000000000b', 'honden', '本田', 'ほんでん'],
  ['01930000-0000-7000-8000-00000000000c', 'kujo-higashi', '九条東', 'くじょうひがし'],
  ['01930000-0000-7000-8000-00000000000d', 'kujo-minami', '九条南', 'くじょうみなみ'],
  ['01930000-0000-7000-8000-00000000000e', 'kujo-kita', '九条北', 'くじょうきた'],
] as const;

const ORGANISATIONS = `
create schema if not exists associations;

create table associations.area (
  id uuid primary key,
  code text not null,
  slug text not null,
  name text not null,
  kana text not null,
  sort smallint not null,
  constraint area_code unique (code),
  constraint area_slug unique (slug)
);

create table associations.organisation (
  id uuid primary key,
  area_id uuid references associations.area (id),
  kind text not null check (kind in (
    'neighbourhood', 'federation', 'council', 'section', 'condominium',
    'npo', 'company', 'school', 'public-office', 'center', 'ward-office')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 100),
  kana text not null check (length(kana) between 1 and 100),
  status text not null check (status in ('active', 'dormant', 'dissolved')),
  contact_name text,
  contact_phone text,
  contact_email text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint organisation_slug unique (slug)
);
create index organisation_area on associations.organisation (area_id);
-- one ward, one office: its terms carry the roles of ward staff
create unique index organisation_one_ward_office on associations.organisation (kind) where kind = 'ward-office';
`;

const TERMS = `
create table associations.invitation (
  id uuid primary key,
  organisation_id uuid not null references associations.organisation (id),
  role text not null check (role in (
    'member', 'block-leader', 'leader', 'council-officer', 'drill-leader', 'center',
    'staff', 'approver', 'privacy-officer', 'admin')),
  title text not null check (length(title) between 1 and 50),
  name text,
  email text not null,
  term_starts_on date not null,
  term_ends_on date not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  state text not null check (state in ('open', 'accepted', 'withdrawn', 'replaced')),
  -- null only for the first administrator, whom the operator invites from the command line
  invited_by uuid references identity.person (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references identity.person (id),
  constraint invitation_token unique (token_hash),
  constraint invitation_three_days check (expires_at > invited_at and expires_at <= invited_at + interval '72 hours'),
  constraint invitation_term_order check (term_ends_on >= term_starts_on),
  constraint invitation_has_inviter check (invited_by is not null or role = 'admin')
);
create unique index invitation_one_open on associations.invitation (organisation_id, role, email) where state = 'open';
create index invitation_organisation on associations.invitation (organisation_id, invited_at);

create table associations.officer_term (
  id uuid primary key,
  person_id uuid not null references identity.person (id),
  organisation_id uuid not null references associations.organisation (id),
  role text not null check (role in (
    'member', 'block-leader', 'leader', 'council-officer', 'drill-leader', 'center',
    'staff', 'approver', 'privacy-officer', 'admin')),
  title text not null check (length(title) between 1 and 50),
  starts_on date not null,
  ends_on date not null,
  invitation_id uuid references associations.invitation (id),
  appointed_by uuid references identity.person (id),
  created_at timestamptz not null,
  -- one day before the start: ended before it began
  constraint officer_term_order check (ends_on >= starts_on - 1),
  constraint officer_term_invitation_once unique (invitation_id),
  constraint officer_term_no_double exclude using gist (
    person_id with =, organisation_id with =, role with =, daterange(starts_on, ends_on + 1) with &&)
);
create index officer_term_person on associations.officer_term (person_id, ends_on);
create index officer_term_organisation on associations.officer_term (organisation_id, ends_on);

-- append-only: a term shortened by somebody, with the day it would have ended
create table associations.term_ending (
  id uuid primary key,
  term_id uuid not null references associations.officer_term (id),
  ended_by uuid not null references identity.person (id),
  reason text not null check (length(reason) between 1 and 500),
  ended_at timestamptz not null,
  old_ends_on date not null,
  new_ends_on date not null,
  constraint term_ending_shortens check (new_ends_on < old_ends_on)
);
create index term_ending_term on associations.term_ending (term_id);
`;
