import { Injectable } from '@nestjs/common';
import { Actor, Areas, Officers, Organisations, type Role } from '@yoriai/associations';
import { Accounts } from '@yoriai/identity';
import { Clock, Db, addDays, fiscalYear, jstDate, newId, type Tx } from '@yoriai/platform';
import { WARD_OFFICERS, WARD_ORGANISATIONS } from './neighbourhoods.js';
import type { DemoOrganisation } from './organisations.js';
import { VOLUNTEER, neighbour, type DemoPerson } from './people.js';

const VOLUNTEERS = 350;

/** The people of the demo ward who can act, by their key. */
export interface Cast {
  organisations: Map<string, string>;
  officers: Map<string, Actor>;
  volunteers: Actor[];
}

/** Somebody with an account, and what they may do. */
export interface Membership {
  organisationId: string;
  areaId: string | null;
  role: Role;
  title: string;
}

/** Founds the demo ward: its associations, their officers with terms, and 350 volunteers. */
@Injectable()
export class DemoWard {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly officers: Officers,
    private readonly accounts: Accounts,
  ) {}

  async found(): Promise<Cast> {
    return this.db.transaction(async (tx) => {
      const areaIds = new Map((await this.areas.all(tx)).map((area) => [area.slug, area.id]));
      const organisations = new Map<string, string>();
      const areaOf = new Map<string, string | null>();
      for (const one of WARD_ORGANISATIONS) {
        const areaId = one.area === null ? null : (areaIds.get(one.area) ?? null);
        organisations.set(one.key, await this.organisations.add(tx, { name: one.name, kana: one.kana, slug: slugOf(one), kind: one.kind, areaId }));
        areaOf.set(one.key, areaId);
      }
      const officers = new Map<string, Actor>();
      for (const one of WARD_OFFICERS) {
        const organisationId = organisations.get(one.organisation) ?? '';
        const seat = { organisationId, areaId: areaOf.get(one.organisation) ?? null, role: one.role, title: one.title };
        officers.set(one.key, await this.welcome(tx, one, seat));
      }
      const volunteers: Actor[] = [];
      for (let n = 0; n < VOLUNTEERS; n += 1) volunteers.push(await this.welcome(tx, n === 0 ? VOLUNTEER : neighbour(400 + n)));
      return { organisations, officers, volunteers };
    });
  }

  /** Gives somebody an account and, with a seat, a term for the fiscal years around today. */
  async welcome(tx: Tx, who: Pick<DemoPerson, 'name' | 'kana' | 'email'> & { phone?: string }, seat?: Membership): Promise<Actor> {
    const { name, kana, email, phone } = who;
    const { accountId, personId } = await this.accounts.ensure(tx, { name, kana, email, ...(phone ? { phone } : {}) });
    const sessionId = newId();
    if (!seat) return new Actor({ personId, accountId, sessionId, name, grants: [] });
    const { organisationId, areaId, role, title } = seat;
    const year = fiscalYear(jstDate(this.clock.now()));
    const term = { startsOn: `${year - 2}-04-01`, endsOn: addDays(`${year + 2}-04-01`, -1) };
    const termId = await this.officers.appoint(tx, { personId, organisationId, role, title, ...term });
    return new Actor({ personId, accountId, sessionId, name, grants: [{ termId, organisationId, areaId, role }] });
  }
}

function slugOf(one: DemoOrganisation): string {
  return one.kind === 'ward-office' ? 'ward-office' : one.key;
}
