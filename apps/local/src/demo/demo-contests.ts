import { Injectable } from '@nestjs/common';
import { Contests, EventQueries, Judging, SignUps } from '@yoriai/events';
import { Clock, addDays, atJst } from '@yoriai/platform';
import type { SeedClock } from './seed-clock.js';
import { isOver, type StagedEvent } from './staged-event.js';

const JUDGES = [['青木 しげる', true], ['白川 ゆう', false], ['赤松 みち', false]] as const;
const GROUPS = [['松島こども会', '松島 かおる', 'まつしま かおる'], ['川口たこの会', '川口 実', 'かわぐち みのる'], ['九条凧クラブ', '九条 のぞみ', 'くじょう のぞみ']] as const;
const PRIZES = ['区長賞', 'いちばん高くあがったで賞'] as const;

/** Contests of the demo ward: divisions before anybody applies, and judging on the day. */
@Injectable()
export class DemoContests {
  constructor(
    private readonly clock: Clock,
    private readonly events: EventQueries,
    private readonly contests: Contests,
    private readonly judging: Judging,
    private readonly signUps: SignUps,
  ) {}

  /** Makes each frame a division, the groups' one with one number to a group, and names the judges. */
  async prepare({ id, event, begun, players: { host } }: StagedEvent): Promise<void> {
    this.set(atJst(addDays(begun, 5), '10:00'));
    const { frames } = await this.events.detail(host, id);
    const divisions = frames.map(({ id: frameId, name, kind }) => ({ frameId, name, unit: kind === 'group' ? ('group' as const) : ('person' as const) }));
    await this.contests.setUp(host, id, { divisions, criteria: ['高さ', '安定', '絵と形'], scale: 5, places: 3 });
    for (const [name, head] of JUDGES) await this.contests.addJudge(host, id, { name, head });
    const groups = frames.find(({ kind }) => kind === 'group');
    if (!groups || event.state === 'approved') return;
    for (const [index, [groupName, name, kana]] of GROUPS.entries()) await this.signUps.enter(host, { eventId: id, frameId: groups.id, groupName, name, kana, heads: 6, phone: `090-0000-${4300 + index}`, channel: 'phone' });
  }

  /** Three judges, one absent entry, ties, prizes, results. */
  async judge(staged: StagedEvent): Promise<void> {
    const { id, event, day, players: { host } } = staged;
    if (!isOver(staged)) return;
    this.set(new Date(atJst(day, event.to).getTime() - 30 * 60_000));
    const { judges, entries } = await this.contests.ofEvent(host, id);
    const standing = entries.filter(({ stands }) => stands).slice(0, -1);
    for (const [nth, { url }] of judges.entries()) {
      for (const { number } of standing) await this.judging.write(url.split('/j/')[1] ?? '', number, [0, 1, 2].map((criterion) => 1 + ((number * 7 + nth * (number % 3) + criterion * 3) % 5)));
    }
    const { tied } = await this.contests.close(host, id);
    const [first] = tied;
    await this.contests.award(host, id, {
      ties: first ? [{ numbers: [...first].reverse(), words: '強い風のなかで、長く安定していました。' }] : [],
      prizes: PRIZES.flatMap((name, nth) => (standing[nth * 2] ? [{ name, number: standing[nth * 2]!.number }] : [])),
    });
    await this.contests.confirm(host, id);
  }

  private set(at: Date): void {
    (this.clock as SeedClock).set(at);
  }
}
