import { Injectable } from '@nestjs/common';
import { Actor, type Role } from '@yoriai/associations';
import { formTokenOf, sessionCookieName } from '@yoriai/identity';
import { Config, Db, newId, type Tx } from '@yoriai/platform';
import { DemoEvents } from './demo-events.js';
import { DemoWard } from './demo-ward.js';
import { EventRows } from './event-rows.js';
import { EVENTS, type DemoState } from './events.js';
import { Seats } from './seats.js';
import type { WardRolesReport } from './ward-roles-report.js';

const ASSOCIATION_ROLES: readonly Role[] = ['member', 'block-leader', 'leader', 'council-officer', 'drill-leader', 'center'];
const OFFICE_ROLES: readonly Role[] = ['staff', 'approver', 'privacy-officer', 'admin'];
/** None of the ward's list: however often they are made, they take no place from an event. */
const NOWHERE = '試験会場';

/** Makes two associations in two areas with every role in each, and an event in every state. */
@Injectable()
export class WardRoles {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly ward: DemoWard,
    private readonly seats: Seats,
    private readonly events: DemoEvents,
    private readonly rows: EventRows,
  ) {}

  async plant(): Promise<WardRolesReport> {
    const run = newId().slice(-6);
    const report: WardRolesReport = { organisations: [], roles: {}, events: {} };
    const actors = new Map<string, Actor>();
    await this.db.transaction(async (tx) => {
      for (const [letter, seat] of await this.seats.of(tx, run)) {
        if (letter !== 'office') report.organisations.push({ id: seat.organisationId, name: seat.name });
        for (const role of letter === 'office' ? OFFICE_ROLES : ASSOCIATION_ROLES) {
          const key = `${letter}.${role}`;
          const email = `${letter.toLowerCase()}-${role}-${run}@example.jp`;
          const actor = await this.ward.welcome(tx, { name: `試験 ${letter} ${role}`, kana: 'しけん', email }, { ...seat, role, title: '試験' });
          actors.set(key, actor);
          report.roles[key] = { personId: actor.personId, email, headers: await this.headers(tx, actor, letter === 'office') };
        }
      }
      for (const role of OFFICE_ROLES)
        for (const letter of ['A', 'B']) report.roles[`${letter}.${role}`] = report.roles[`office.${role}`] as WardRolesReport['roles'][string];
      const volunteer = await this.ward.welcome(tx, { name: '試験 手伝い', kana: 'しけん てつだい', email: `volunteer-${run}@example.jp` });
      actors.set('volunteer', volunteer);
      report.roles['A.volunteer'] = {
        personId: volunteer.personId,
        email: `volunteer-${run}@example.jp`,
        headers: await this.headers(tx, volunteer, false),
      };
    });
    await this.stage(report, actors);
    return report;
  }

  private async stage(report: WardRolesReport, actors: Map<string, Actor>): Promise<void> {
    const actor = (key: string): Actor => actors.get(key) as Actor;
    for (const state of new Set<DemoState>(EVENTS.map((event) => event.state))) {
      const template = EVENTS.find((event) => event.state === state && event.frame && event.duties) ?? EVENTS.find((event) => event.state === state);
      if (!template) continue;
      const staged = await this.events.stage(
        { ...template, title: `試験 ${template.title}`, place: NOWHERE, applied: 3, helpers: 0 },
        {
          host: actor('A.leader'),
          organisationId: report.organisations[0]?.id ?? '',
          staff: actor('office.staff'),
          approver: actor('office.approver'),
          volunteers: [],
          coHosts: [],
        },
      );
      report.events[state] = await this.rows.of(actor('A.leader'), staged.id);
    }
  }

  /** Everything that a program needs to act as this person. */
  private async headers(tx: Tx, actor: Actor, staff: boolean): Promise<{ cookie: string; 'x-form-token': string }> {
    const { token } = await this.seats.session(tx, actor, staff);
    return { cookie: `${sessionCookieName(this.config)}=${token}`, 'x-form-token': formTokenOf(token, this.config) };
  }
}
