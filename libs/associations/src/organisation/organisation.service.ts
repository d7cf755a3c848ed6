import { Injectable } from '@nestjs/common';
import { Clock, constraintRefusals, named, newId, refuse, rows, type Tx } from '@yoriai/platform';
import type { Actor } from '../actor/actor.js';
import { maySeeOrganisation } from './organisation.policy.js';

constraintRefusals({
  organisation_slug: 'organisation.slug-taken',
  organisation_one_ward_office: 'organisation.ward-office-exists',
});

/** Kinds of organisations (domain §4.1): 町会, 連合振興町会, 地活協, 部会, マンション自治会, NPO, 企業, 学校, 官公署, まちセン, 区役所. */
export const ORGANISATION_KINDS = [
  'neighbourhood',
  'federation',
  'council',
  'section',
  'condominium',
  'npo',
  'company',
  'school',
  'public-office',
  'center',
  'ward-office',
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Kinds that have a page of their own for everybody: neighbours who do something together. Others have one once they hold something. */
export const NEIGHBOURS: readonly OrganisationKind[] = ['neighbourhood', 'federation', 'council', 'section'];

/** An organisation as every context may see it. */
export interface OrganisationSummary {
  id: string;
  name: string;
  kana: string;
  slug: string;
  kind: OrganisationKind;
  status: 'active' | 'dormant' | 'dissolved';
  areaId: string | null;
  areaName: string | null;
  areaSlug: string | null;
}

export interface OrganisationInput {
  name: string;
  kana: string;
  slug: string;
  kind: OrganisationKind;
  areaId: string | null;
}

const SELECT = `
select organisation.id, organisation.name, organisation.kana, organisation.slug, organisation.kind, organisation.status,
  area.id as "areaId", area.name as "areaName", area.slug as "areaSlug"
from associations.organisation organisation
left join associations.area area on area.id = organisation.area_id`;
const ORDER = 'order by area.sort nulls first, organisation.kind, organisation.kana, organisation.id';

@Injectable()
export class Organisations {
  constructor(private readonly clock: Clock) {}

  /** Organisations of these ids; an unknown id is absent. One statement for any number. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganisationSummary>> {
    if (ids.length === 0) return new Map();
    const found = await named<OrganisationSummary>(tx, 'associations.organisations', `${SELECT} where organisation.id = any($1::uuid[])`, [[...new Set(ids)]]);
    return new Map(found.map((one) => [one.id, one]));
  }

  /** One organisation. Refuses `organisation.not-found` (404). */
  async byId(tx: Tx, id: string): Promise<OrganisationSummary> {
    return (await this.byIds(tx, [id])).get(id) ?? refuse('organisation.not-found', { status: 404 });
  }

  /** One organisation by the name in its address, or null. */
  async bySlug(tx: Tx, slug: string): Promise<OrganisationSummary | null> {
    const [organisation] = await rows<OrganisationSummary>(tx, `${SELECT} where organisation.slug = $1`, [slug]);
    return organisation ?? null;
  }

  /** The associations of neighbours in an area that have not come to an end, in their order. */
  async neighboursOf(tx: Tx, areaId: string): Promise<OrganisationSummary[]> {
    return rows<OrganisationSummary>(tx, `${SELECT} where organisation.area_id = $1 and organisation.status <> 'dissolved' and organisation.kind = any($2) ${ORDER}`, [areaId, [...NEIGHBOURS]]);
  }

  /** Active organisations of which everybody may know that they are here: those of neighbours, non-profits, schools and offices. */
  async publicOnes(tx: Tx): Promise<OrganisationSummary[]> {
    return rows<OrganisationSummary>(tx, `${SELECT} where organisation.status = 'active' and organisation.kind = any($1) ${ORDER}`, [[...NEIGHBOURS, 'npo', 'school', 'public-office']]);
  }

  /** One organisation that the actor may see; null for both unknown and unseen. */
  async visible(tx: Tx, actor: Actor, id: string): Promise<OrganisationSummary | null> {
    const organisation = (await this.byIds(tx, [id])).get(id);
    return organisation && maySeeOrganisation(actor, organisation) ? organisation : null;
  }

  /** Like {@link visible}. Refuses `organisation.not-found` (404) for both unknown and unseen. */
  async seenBy(tx: Tx, actor: Actor, id: string): Promise<OrganisationSummary> {
    return (await this.visible(tx, actor, id)) ?? refuse('organisation.not-found', { status: 404 });
  }

  /** Those the actor may see, by area and kana: the ward office all, officers their own. */
  async visibleTo(tx: Tx, actor: Actor): Promise<OrganisationSummary[]> {
    if (actor.isStaff() || actor.isAdmin()) return rows<OrganisationSummary>(tx, `${SELECT} ${ORDER}`);
    const own = actor.grants.map((grant) => grant.organisationId);
    const areas = actor.grants.flatMap((grant) => (grant.role === 'center' && grant.areaId ? [grant.areaId] : []));
    return rows<OrganisationSummary>(
      tx,
      `${SELECT} where organisation.id = any($1::uuid[]) or organisation.area_id = any($2::uuid[]) ${ORDER}`,
      [own, areas],
    );
  }

  /** What associations are called and how that is read, for pages that show their names. */
  async namesAndReadings(tx: Tx): Promise<(readonly [name: string, reading: string])[]> {
    const found = await rows<{ name: string; kana: string }>(tx, 'select name, kana from associations.organisation');
    return found.map(({ name, kana }) => [name, kana] as const);
  }

  /** The ward office, or null before the first administrator was invited. */
  async wardOffice(tx: Tx): Promise<OrganisationSummary | null> {
    const [office] = await rows<OrganisationSummary>(tx, `${SELECT} where organisation.kind = 'ward-office'`);
    return office ?? null;
  }

  /** Adds an organisation and answers its id. Refuses `organisation.slug-taken`, `organisation.ward-office-exists`. */
  async add(tx: Tx, input: OrganisationInput): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `insert into associations.organisation (id, area_id, kind, slug, name, kana, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, 'active', $7, $7)`,
      [id, input.areaId, input.kind, input.slug, input.name, input.kana, this.clock.now()],
    );
    return id;
  }
}
