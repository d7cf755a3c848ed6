import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { PublicEvents, SignUps, partsOf, type ApplyRequest, type Need, type Question } from '@yoriai/events';
import { Clock, Db, Refusal, atJst, type DateOnly } from '@yoriai/platform';
import { Door, type Guest } from './door.js';
import type { DemoEvent } from './events.js';
import { familyOf, neighbour } from './people.js';
import type { Players } from './players.js';
import { SeedClock } from './seed-clock.js';
import { VolunteersOnDuty } from './volunteers-on-duty.js';

/** How many come together, again and again in this order. */
const PARTIES = [2, 1, 3, 1, 2, 4, 1];
/** Parties that apply in the same moment. */
const TOGETHER = 5;

/** What is applied for. */
interface Frame {
  eventId: string;
  frameId: string;
  invitation: string | null;
}

/** The neighbours who apply, help and come. */
@Injectable()
export class Visitors {
  private readonly guests = new Map<string, Guest[]>();
  private next = 0;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signUps: SignUps,
    private readonly publicEvents: PublicEvents,
    private readonly roster: VolunteersOnDuty,
    private readonly door: Door,
  ) {}

  /** Which neighbour comes next. */
  beginWith(neighbour: number): void {
    this.next = neighbour;
  }

  /** Neighbours apply and volunteers take shifts, in the days after the publication. */
  async come(eventId: string, event: DemoEvent, day: DateOnly, from: DateOnly, players: Players): Promise<void> {
    const clock = this.clock as SeedClock;
    const start = atJst(from, '09:30').getTime();
    const end = Math.min(clock.today.getTime(), atJst(day, '09:00').getTime() - 2 * 86_400_000);
    if (event.helpers) {
      clock.set(new Date(Math.max(start, Math.min(end, start + 86_400_000))));
      await this.roster.take(eventId, event.helpers, players.volunteers);
    }
    const { frames: [frame, second], invitation } = event.frame ? await this.openTo(eventId) : { frames: [], invitation: null };
    if (!frame || !event.frame || !event.applied) return;
    const guests = await this.fill({ eventId, frameId: frame, invitation }, { applied: event.applied, most: event.frame[2], start, end }, event, day);
    if (second && event.second) guests.push(...(await this.fill({ eventId, frameId: second, invitation }, { applied: event.second.applied, most: event.second.frame[2], start, end }, event, day)));
    this.guests.set(eventId, guests);
  }

  /** So many heads apply for one frame, spread over the time. */
  private async fill(to: Frame, { applied, most, start, end }: { applied: number; most: number; start: number; end: number }, event: DemoEvent, day: DateOnly): Promise<Guest[]> {
    const guests: Guest[] = [];
    for (let heads = 0; heads < applied;) {
      (this.clock as SeedClock).set(new Date(start + Math.max(0, end - start) * (heads / applied)));
      const coming: Promise<Guest | null>[] = [];
      while (coming.length < TOGETHER && heads < applied) {
        const party = Math.min(PARTIES[this.next % PARTIES.length] ?? 1, most, applied - heads);
        coming.push(this.apply(to, party, event, day));
        heads += party;
      }
      guests.push(...(await Promise.all(coming)).filter((guest) => guest !== null));
    }
    return guests;
  }

  /** Those who came are received at the door. */
  async checkIn(eventId: string, event: DemoEvent, day: DateOnly, host: Actor): Promise<void> {
    const guests = this.guests.get(eventId) ?? [];
    const came = guests.filter((_, index) => index / guests.length < (event.came ?? 1));
    const onDuty = await this.roster.onDuty(eventId);
    await this.door.receive(host, eventId, { opens: new Date(atJst(day, event.from).getTime() - 20 * 60_000), came, walkIns: event.walkIns ?? 0, onDuty });
  }

  private async apply(to: Frame, heads: number, { names, ages, guardian, photos, questions = [], needs = [] }: DemoEvent, day: DateOnly): Promise<Guest | null> {
    const { name, kana, email, phone } = neighbour(this.next);
    // Every fifth neighbour has a telephone and no mail: they stand on the call sheets.
    const contact = this.next % 5 === 4 ? { phone } : { email };
    this.next = (this.next + 1) % 400;
    try {
      const born = (index: number) => ages && { born: bornFor(day, (this.next + index) % 4) };
      const companions = familyOf({ name, kana }, heads - 1).map((each, index) => ({ ...each, ...born(index) }));
      const answer = await this.signUps.apply(null, { ...to, invitation: to.invitation ?? '', name, kana, heads, ...contact, ...born(3), ...this.answers(questions, needs), ...(guardian && { guardian: guardianOf(name, this.next) }),
        ...(photos && !(guardian && guardianOf(name, this.next).by === 'child') && { photos: this.next % 4 !== 1 }), ...(names && { companions, partIsFine: heads > 2 }) });
      return answer.status === 'confirmed' && answer.id ? { applicationId: answer.id, heads: heads - (answer.rest?.heads ?? 0) } : null;
    } catch (error) {
      // A running worker has ended an event of the past in the meantime: nobody else comes.
      if (error instanceof Refusal && error.code === 'application.closed') return null;
      throw error;
    }
  }

  private answers([first]: readonly Question[], [need]: readonly Need[]): Pick<ApplyRequest, 'answers' | 'needs'> {
    if (first === undefined || this.next % 2 === 0) return {};
    return { answers: [{ key: first.key, value: first.choices[0] ?? 'はい' }], ...(need && this.next % 7 === 1 && { needs: [need] }) };
  }

  /** The frames of an event, and what the host's link says to those it invited. */
  private async openTo(eventId: string): Promise<{ frames: string[]; invitation: string | null }> {
    const event = await this.db.read((tx) => this.publicEvents.byId(tx, eventId));
    return { frames: event.frames.map((frame) => frame.id), invitation: partsOf(event.slug).token };
  }
}

/** A guardian who applies, or the address of one whom every third child names. */
function guardianOf(child: string, index: number): NonNullable<ApplyRequest['guardian']> {
  const [family = ''] = child.split(' ');
  return index % 3 === 0 ? { by: 'child', email: `guardian-${index}@example.jp` } : { by: 'guardian', name: `${family} よう子`, relation: '母' };
}

/** When a child was born who goes to primary school on that day. */
const bornFor = (day: DateOnly, index: number): DateOnly => `${Number(day.slice(0, 4)) - 8 - index}-0${5 + index}-1${index}`;
