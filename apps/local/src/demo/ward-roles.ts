import { Injectable } from '@nestjs/common';
import { Actor, Areas, Organisations, type Role } from '@yoriai/associations';
import { EventQueries } from '@yoriai/events';
import { Sessions, sessionCookieName } from '@yoriai/identity';
import { Config, Db, newId } from '@yoriai/platform';
import { Shifts } from '@yoriai/rosters';
import { DemoEvents } from './demo-events.js';
import { DemoWard } from './demo-ward.js';
import { EVENTS, type DemoState } from './events.js';

/** What an operator, a monitor or a tester gets: ids, addresses and ready sessions. Development only. */
export interface WardRolesReport {
  organisations: { id: string; name: string }[];
  roles: Record<string, { personId: string; email: string; headers: { cookie: string } }>;
  events: Record<string, { id: string; slug: string; frames: { id: string; capacity: number | null }[]; shifts: { id: string; capacity: number }[] }>;
}

const ASSOCIATION_ROLES: readonly Role[] = ['member', 'block-leader', 'leader', 'council-officer', 'drill-leader', 'center'];
const OFFICE_ROLES: readonly Role[] = ['staff', 'approver', 'privacy-officer', 'admin'];

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
          report.roles[key] = { personId: actor.personId, email, headers: { cookie: await this.cookie(tx, actor, letter === 'office') } };
        }
        if (letter === 'office') continue;
        for (const role of OFFICE_ROLES) report.roles[`${letter}.${role}`] ??= report.roles[`office.${role}`] as WardRolesReport['roles'][string];
      }
      const volunteer = await this.ward.welcome(tx, { name: '試験 手伝い', kana: 'しけん てつだい', email: `volunteer-${run}@example.jp` });
      actors.set('volunteer', volunteer);
      report.roles['A.volunteer'] = { personId: volunteer.personId, email: `volunteer-${run}@example.jp`, headers: { cookie: await this.cookie(tx, volunteer, false) } };
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
        { ...template, title: `試験 ${template.title}`, applied: 0, helpers: 0 },
        { host: actor('A.leader'), organisationId: report.organisations[0]?.id ?? '', staff: actor('office.staff'), approver: actor('office.approver'), volunteers: [] },
      );
      report.events[state] = await this.rows.of(actor('A.leader'), staged.id);
    }
  }

  private async cookie(tx: Parameters<Sessions['start']>[0], actor: Actor, staff: boolean): Promise<string> {
    const { token } = await this.seats.session(tx, actor, staff);
    return `${sessionCookieName(this.config)}=${token}`;
  }
}

interface Seat {
  organisationId: string;
  areaId: string | null;
  name: string;
}

/** The organisations that the roles sit in. */
@Injectable()
export class Seats {
  constructor(
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
  ) {}

  async of(tx: Parameters<Areas['all']>[0], run: string): Promise<Map<'A' | 'B' | 'office', Seat>> {
    const [first, second] = await this.areas.all(tx);
    const seats = new Map<'A' | 'B' | 'office', Seat>();
    for (const [letter, area] of [['A', first], ['B', second]] as const) {
      const name = `試験町会${letter} ${run}`;
      const areaId = area?.id ?? null;
      const organisationId = await this.organisations.add(tx, { name, kana: 'しけんちょうかい', slug: `seed-${letter.toLowerCase()}-${run}`, kind: 'neighbourhood', areaId });
      seats.set(letter, { organisationId, areaId, name });
    }
    const office = await this.organisations.wardOffice(tx);
    const officeId = office?.id ?? (await this.organisations.add(tx, { name: '西区役所', kana: 'にしくやくしょ', slug: 'ward-office', kind: 'ward-office', areaId: null }));
    return seats.set('office', { organisationId: officeId, areaId: null, name: '西区役所' });
  }

  session(tx: Parameters<Sessions['start']>[0], actor: Actor, staff: boolean): Promise<{ token: string }> {
    return this.sessions.start(tx, actor.accountId, { staff, userAgent: 'seed' });
  }
}

/** What a report says about an event. */
@Injectable()
export class EventRows {
  constructor(
    private readonly db: Db,
    private readonly queries: EventQueries,
    private readonly shifts: Shifts,
  ) {}

  async of(actor: Actor, id: string): Promise<WardRolesReport['events'][string]> {
    const event = await this.queries.detail(actor, id);
    const shifts = await this.db.read((tx) => this.shifts.ofEvent(tx, id));
    return {
      id,
      slug: event.slug,
      frames: event.frames.map((frame) => ({ id: frame.id, capacity: frame.capacity })),
      shifts: shifts.map((shift) => ({ id: shift.id, capacity: shift.capacity })),
    };
  }
}
