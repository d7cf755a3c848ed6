import { Injectable, Logger } from '@nestjs/common';
import { NAMES_GO, namesGoBefore, type KeptNames } from '@yoriai/associations';
import { ApplicantNames } from '@yoriai/events';
import { AccessLog, Nameless } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { Db, jstTime, type Tx } from '@yoriai/platform';
import { DutyNames } from '@yoriai/rosters';

/** Applications, stalls, duties or joined records of one transaction. */
const SLICE = 500;
/** Letters of one transaction. */
const LETTERS = 1_000;

/** For how many fiscal years names are kept in this run. */
type Years = Readonly<Record<KeptNames, number>>;

/** What a run did, in numbers. */
export interface Removed {
  events: number;
  applications: number;
  stalls: number;
  letters: number;
  duties: number;
  /** Records that were joined into another. */
  joined: number;
}

type Step = Partial<Removed>;

/**
 * The end of names (docs/adr/0066): so many fiscal years after an event nobody knows any more who applied, so many after a duty
 * who had it, as the privacy officer set them (docs/adr/0073); numbers stay. One transaction a slice, each whole by itself: what is cut short goes on with the next run, and
 * any number of workers do different events at once.
 */
@Injectable()
export class Retention {
  private readonly log = new Logger('Retention');

  constructor(
    private readonly db: Db,
    private readonly accessLog: AccessLog,
    private readonly nameless: Nameless,
    private readonly applicants: ApplicantNames,
    private readonly duties: DutyNames,
    private readonly deliveries: Deliveries,
  ) {}

  /** The same as {@link sweep}, with the years in force then (`years`), and nothing by day. */
  async nightly(now: Date, years: () => Promise<Years>): Promise<void> {
    const time = jstTime(now);
    if (time >= NAMES_GO.from && time < NAMES_GO.until) await this.sweep(now, await years());
  }

  /** Removes what is due. An event whose names can't go is passed over in this run and named to the operator. A run that removed anything is one line in the access log, with numbers and no names. */
  async sweep(now: Date, years: Years): Promise<Removed> {
    const removed: Removed = { events: 0, applications: 0, stalls: 0, letters: 0, duties: 0, joined: 0 };
    const applications = namesGoBefore(now, years.applications);
    const failed: string[] = [];
    const steps = [
      () => this.ofAnEvent(applications, failed),
      () => this.db.transaction((tx) => this.ofDuties(tx, namesGoBefore(now, years.duties))),
      () => this.db.transaction((tx) => this.ofJoined(tx, applications)),
    ];
    for (const step of steps) {
      for (let done = await step(); done; done = await step()) {
        for (const [what, count] of Object.entries(done) as [keyof Removed, number][]) removed[what] += count;
      }
    }
    const sum = Object.values(removed).reduce((total, count) => total + count, 0);
    if (sum > 0) {
      const reason = Object.entries(removed).map(([what, count]) => `${what} ${count}`).join(', ');
      const rowCount = removed.applications + removed.stalls + removed.duties + removed.joined;
      await this.db.transaction((tx) => this.accessLog.add(tx, { actorPersonId: null, action: 'names.removed', subject: 'ward:retention', reason, rowCount }));
    }
    return removed;
  }

  /** One slice of one event that is not among the failed; where it fails, the event is added to them. Null when no event is left. */
  private async ofAnEvent(before: Date, failed: string[]): Promise<Step | null> {
    const claimed: { id?: string } = {};
    try {
      return await this.db.transaction(async (tx) => {
        const id = await this.applicants.claim(tx, before, failed);
        if (id === undefined) return null;
        claimed.id = id;
        return this.sliceOf(tx, id);
      });
    } catch (error) {
      if (claimed.id === undefined) throw error;
      failed.push(claimed.id);
      this.log.error(`the names of event ${claimed.id} could not be removed: ${error instanceof Error ? error.message : String(error)}`);
      return {};
    }
  }

  /** Applications, then what is left of those that were erased by hand, then stalls, then letters, then the event says so. */
  private async sliceOf(tx: Tx, eventId: string): Promise<Step> {
    const applications = await this.applicants.named(tx, eventId, SLICE);
    if (applications.length > 0) {
      const people = idsOf(applications);
      const needed = async (): Promise<string[]> => [...(await this.applicants.neededElsewhere(tx, people, eventId)), ...(await this.duties.neededElsewhere(tx, people))];
      const standIns = await this.forget(tx, people, needed);
      await this.applicants.remove(tx, eventId, applications, standIns);
      await this.deliveries.standIn(tx, eventId, standIns);
      return { applications: applications.length };
    }
    if ((await this.applicants.unlink(tx, eventId, SLICE)) > 0) return {};
    const stalls = await this.applicants.removeOfStalls(tx, eventId, SLICE);
    if (stalls > 0) return { stalls };
    const letters = await this.deliveries.forgetOfEvent(tx, eventId, LETTERS);
    if (letters > 0) return { letters };
    await this.applicants.finish(tx, eventId);
    return { events: 1 };
  }

  private async ofDuties(tx: Tx, before: Date): Promise<Step | null> {
    const duties = await this.duties.claim(tx, before, SLICE);
    if (duties.length === 0) return null;
    const people = idsOf(duties);
    const ids = duties.map(({ id }) => id);
    const needed = async (): Promise<string[]> => [...(await this.applicants.neededElsewhere(tx, people)), ...(await this.duties.neededElsewhere(tx, people, ids))];
    await this.duties.remove(tx, ids, await this.forget(tx, people, needed));
    return { duties: duties.length };
  }

  private async ofJoined(tx: Tx, before: Date): Promise<Step | null> {
    const joined = await this.nameless.forgetJoined(tx, before, SLICE);
    return joined > 0 ? { joined } : null;
  }

  /** Forgets these people, but those who sign in or whose record is needed elsewhere: for them it answers who stands in. What is needed is asked after they are locked. */
  private async forget(tx: Tx, people: readonly string[], needed: () => Promise<string[]>): Promise<Map<string, string>> {
    const kept = new Set([...(await this.nameless.withLogin(tx, people)), ...(await needed())]);
    await this.nameless.forget(tx, people.filter((id) => !kept.has(id)));
    return this.nameless.standIns(tx, [...kept]);
  }
}

const idsOf = (found: readonly { personId: string }[]): string[] => [...new Set(found.map(({ personId }) => personId))];
