import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Moments } from '@yoriai/platform';
import type { Zippable } from '../../http/zippable.js';

/** Pages kept at most, and bytes of them (a page is of about 60 kB, a calendar of everything of ten times that); the longest unused goes first. */
const MOST = 300;
const MOST_BYTES = 24 * 1024 * 1024;
const MINUTE_MS = 60_000;
/** A database that takes longer to say whether anything has changed is the framework's to wait for (milliseconds). */
const LONGEST_WAIT_MS = 1_000;

/** A page as it is sent. */
export interface MadePage {
  html: Buffer;
  /** The same, packed for those who take it; public pages only. */
  zippable?: Zippable;
  status: number;
  /** What is said about it beside what is said about every answer, names in small letters. */
  headers: Readonly<Record<string, string>>;
}

interface Kept {
  /** When it was made: the minute, and the moment of the database. */
  minute: number;
  moment: string;
  page: Promise<MadePage>;
  /** The page once it is made. */
  made?: MadePage;
}

/**
 * Keeps public pages for as long as nothing changes, and not longer: a page is given again only within the
 * minute in which it was made (what is open or over follows the clock) and while nothing at all was written
 * to the database since. So it needs no list of what a page depends on, and no seat count on it is ever old.
 */
@Injectable()
export class PageCache {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly moments: Moments,
    private readonly clock: Clock,
  ) {}

  /** The page of this key, made anew if need be for the moment that `make` is told; those who ask for it meanwhile wait for the same making. Failures are not kept. */
  async of(key: string, make: (moment: string) => Promise<MadePage>): Promise<MadePage> {
    const moment = await this.moments.now();
    const known = this.kept.get(key);
    this.kept.delete(key);
    const kept = known && this.isOf(known, moment) ? known : { minute: this.minute(), moment, page: make(moment) };
    this.kept.set(key, kept);
    if (kept !== known) this.watch(key, kept);
    return kept.page;
  }

  /** The page of this key if it can be given at once: it is made, and what is known says that nothing has changed. */
  ready(key: string): MadePage | undefined {
    const moment = this.moments.known();
    if (moment === undefined) return undefined;
    const kept = this.kept.get(key);
    return kept && this.isOf(kept, moment) ? kept.made : undefined;
  }

  /**
   * The page of this key as soon as it is known that nothing has changed; undefined when something has, or nobody can tell within a second.
   * At once undefined where there is no page to wait for. Fails as the database does.
   */
  soon(key: string): Promise<MadePage | undefined> | undefined {
    const kept = this.kept.get(key);
    if (!kept?.made || kept.minute !== this.minute()) return undefined;
    this.kept.delete(key);
    this.kept.set(key, kept);
    const known = this.moments.now().then((moment) => (this.isOf(kept, moment) ? kept.made : undefined));
    return Promise.race([known, pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
  }

  private isOf(kept: Kept, moment: string): boolean {
    return kept.moment === moment && kept.minute === this.minute();
  }

  private minute(): number {
    return Math.floor(this.clock.now().getTime() / MINUTE_MS);
  }

  private watch(key: string, kept: Kept): void {
    kept.page.then(
      (made) => {
        kept.made = made;
        this.makeRoom();
      },
      () => {
        if (this.kept.get(key) === kept) this.kept.delete(key);
      },
    );
    this.makeRoom();
  }

  private makeRoom(): void {
    let bytes = 0;
    for (const { made } of this.kept.values()) bytes += made?.html.byteLength ?? 0;
    for (const [key, { made }] of this.kept) {
      if (this.kept.size <= MOST && bytes <= MOST_BYTES) return;
      this.kept.delete(key);
      bytes -= made?.html.byteLength ?? 0;
    }
  }
}
