import { Accounts } from '@yoriai/identity';
import { newId, type Tx } from '@yoriai/platform';
import { Actor, type Role } from './actor/actor.js';
import { Areas } from './area/area.service.js';
import { Officers } from './officer-term/officer-term.service.js';
import { Organisations } from './organisation/organisation.service.js';

/** What a builder needs of a test: transactions and services. */
export interface Builds {
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/** One believable ward for the specs of this lib: an office, two town associations, somebody in every role. */
export interface Ward {
  office: string;
  town: string;
  otherTown: string;
  admin: Actor;
  staff: Actor;
  approver: Actor;
  leader: Actor;
  blockLeader: Actor;
  otherLeader: Actor;
}

/** The days of every term in it. */
export const WARD_TERM = { startsOn: '2026-04-01', endsOn: '2028-03-31' };

/** Gives somebody with an account a term, and answers them as the guard would. */
export async function anOfficer(builds: Builds, email: string, organisationId: string, role: Role): Promise<Actor & { termId: string }> {
  return builds.tx(async (tx) => {
    const { accountId, personId } = await builds.get(Accounts).ensure(tx, { email, name: `役員 ${role}`, kana: 'やくいん' });
    const termId = await builds.get(Officers).appoint(tx, { personId, organisationId, role, title: role, ...WARD_TERM });
    const { areaId } = await builds.get(Organisations).byId(tx, organisationId);
    const grants = [{ termId, organisationId, areaId, role }];
    return Object.assign(new Actor({ personId, accountId, sessionId: newId(), name: `役員 ${role}`, grants }), { termId });
  });
}

export async function aWard(builds: Builds): Promise<Ward> {
  const organisations = builds.get(Organisations);
  const [office, town, otherTown] = await builds.tx(async (tx) => {
    const [first, second] = await builds.get(Areas).all(tx);
    return Promise.all([
      organisations.add(tx, { name: '西区役所', kana: 'にしくやくしょ', slug: 'ward-office', kind: 'ward-office', areaId: null }),
      organisations.add(tx, { name: '西船場一丁目町会', kana: 'にしせんばいっちょうめちょうかい', slug: 'town', kind: 'neighbourhood', areaId: first?.id ?? null }),
      organisations.add(tx, { name: '江戸堀一丁目町会', kana: 'えどぼりいっちょうめちょうかい', slug: 'other', kind: 'neighbourhood', areaId: second?.id ?? null }),
    ]);
  });
  return {
    office,
    town,
    otherTown,
    admin: await anOfficer(builds, 'admin@example.jp', office, 'admin'),
    staff: await anOfficer(builds, 'staff@example.jp', office, 'staff'),
    approver: await anOfficer(builds, 'approver@example.jp', office, 'approver'),
    leader: await anOfficer(builds, 'chair@example.jp', town, 'leader'),
    blockLeader: await anOfficer(builds, 'block@example.jp', town, 'block-leader'),
    otherLeader: await anOfficer(builds, 'other@example.jp', otherTown, 'leader'),
  };
}
