import { offerEnd, type Asks } from '@yoriai/events';
import { agesWords, type Translate } from '@yoriai/ui';

/** A frame as the public sees it. */
export interface PublicFrameFacts {
  id: string;
  kind: string;
  name: string;
  /** `open`: nobody is counted out, just come. */
  method: string;
  capacity: number | null;
  placesTaken: number;
  waiting: number;
  opensAt: string | null;
  closesAt: string | null;
  perApplicationMax: number;
  /** Where the host chooses: by which day everybody is answered. */
  answersBy: string | null;
  /** When the lots of a `lottery` were drawn; null before. */
  drawnAt: string | null;
  /** Heads that have entered a draw that is still to come, or wait for the host's answer. */
  entered: number;
  /** Places that it has together with others of the event besides its own, and what of them a newcomer can get; missing or null: none. */
  shared?: { places: number; left: number } | null;
  /** `names`: each who comes along is asked for by name. */
  companions: string;
  /** `who-fits`: a group that does not fit yet is passed over. */
  queue: string;
  /** What those who apply are asked besides. */
  asks: Asks;
}

/** What decides how an event stands. Instants as ISO text. */
export interface StandingFacts {
  state: string;
  startsAt: string;
  endsAt: string;
  frames: readonly PublicFrameFacts[];
}

/** How an event stands for somebody who would like to come. `anyone`: no application needed. */
export type Standing = 'cancelled' | 'ended' | 'anyone' | 'not-open' | 'open' | 'full' | 'closed';

/** Frames that people apply for. A volunteer's place is a shift, an open frame needs no application. */
export function countedFrames(frames: readonly PublicFrameFacts[]): PublicFrameFacts[] {
  return frames.filter((frame) => frame.kind !== 'volunteer' && frame.method !== 'open');
}

/** 年長から小6までの方: who may come by age, a line for each frame with a rule. */
export function agesLines(t: Translate, frames: readonly Pick<PublicFrameFacts, 'name' | 'kind' | 'method' | 'asks'>[]): string[] {
  const counted = frames.filter((frame) => frame.kind !== 'volunteer' && frame.method !== 'open');
  return counted.flatMap(({ name, asks: { ages } }) => {
    if (ages === null) return [];
    const words = agesWords(t, ages);
    return [counted.length === 1 ? t('asks.ages', { ages: words }) : t('asks.ages.of', { frame: name, ages: words })];
  });
}

/** Its places are drawn later: until then everybody can enter, and nobody waits. */
export const isUndrawn = ({ method, drawnAt }: Pick<PublicFrameFacts, 'method' | 'drawnAt'>): boolean => method === 'lottery' && drawnAt === null;

/** The host says who gets a place: everybody can ask. */
export const isChosen = ({ method }: Pick<PublicFrameFacts, 'method'>): boolean => method === 'chosen';

/** Free places of a frame; whoever waits comes before a newcomer, so a queue means none. */
export function freePlaces(frame: PublicFrameFacts): number {
  if (frame.capacity === null || isUndrawn(frame) || isChosen(frame)) return Infinity;
  return frame.waiting > 0 ? 0 : Math.min(Math.max(0, frame.capacity - frame.placesTaken), frame.shared?.left ?? Infinity);
}

/** How one frame stands now. */
export function frameStanding(frame: PublicFrameFacts, event: StandingFacts, now: Date): 'not-open' | 'open' | 'full' | 'closed' {
  if (frame.opensAt !== null && now < new Date(frame.opensAt)) return 'not-open';
  if (now >= new Date(frame.closesAt ?? event.startsAt) || now >= new Date(event.startsAt)) return 'closed';
  return freePlaces(frame) > 0 ? 'open' : 'full';
}

/** How the event stands: the best of its frames. */
export function standingOf(event: StandingFacts, now: Date): Standing {
  if (event.state === 'cancelled') return 'cancelled';
  if (event.state !== 'published' || now >= new Date(event.endsAt)) return 'ended';
  const frames = countedFrames(event.frames);
  if (frames.length === 0) return 'anyone';
  const standings = new Set(frames.map((frame) => frameStanding(frame, event, now)));
  for (const standing of ['open', 'full', 'not-open'] as const) if (standings.has(standing)) return standing;
  return 'closed';
}

/** Whether a place that becomes free now is offered to nobody any more, because the event begins so soon: the host decides. */
export function isTooLateToAsk(event: Pick<StandingFacts, 'startsAt'>, now: Date): boolean {
  return offerEnd(now, new Date(event.startsAt)) === null;
}

/** A number over all these frames, of those that share places together no more than `bound` says. */
function inAll(frames: readonly PublicFrameFacts[], of: (frame: PublicFrameFacts) => number, bound: (shared: { places: number; left: number }) => number): number {
  const sum = (some: readonly PublicFrameFacts[]): number => some.reduce((total, frame) => total + of(frame), 0);
  const together = frames.filter(({ shared }) => shared);
  const shared = together[0]?.shared;
  return sum(frames.filter((frame) => !frame.shared)) + (shared ? Math.min(sum(together), bound(shared)) : 0);
}

/** How many may come in all: the total, where frames have one together. */
const capacityOf = (frames: readonly PublicFrameFacts[]): number => inAll(frames, (frame) => frame.capacity ?? 0, ({ places }) => places);

/** The places that frames have together, besides their own; null where there are none. */
export function totalOf(frames: readonly PublicFrameFacts[]): number | null {
  return frames.find(({ shared }) => shared)?.shared?.places ?? null;
}

/** すべてあわせて200人まで, under the frames that share it. */
export function totalLine(t: Translate, frames: readonly PublicFrameFacts[]): string[] {
  const total = totalOf(frames);
  if (total === null) return [];
  const beside = countedFrames(frames).filter(({ shared }) => !shared).map(({ name }) => name);
  return [beside.length === 0 ? t('site.event.facts.total', { count: total }) : t('site.event.facts.total-beside', { count: total, beside: beside.join('・') })];
}

/** What frames have left together, where their own numbers add up to more than that; else null. */
export function leftTogether(frames: readonly PublicFrameFacts[]): number | null {
  const free = frames.filter(({ shared }) => shared).map(freePlaces).filter((count) => count > 0 && count < Infinity);
  const left = frames.find(({ shared }) => shared)?.shared?.left ?? 0;
  return free.reduce((sum, count) => sum + count, 0) > left && left > 0 ? left : null;
}

/** Places, taken places and waiting groups over all frames that people apply for. */
export function placesOf(frames: readonly PublicFrameFacts[]): { capacity: number; taken: number; free: number; waiting: number } {
  const counted = countedFrames(frames).filter((frame) => frame.capacity !== null);
  const sum = (of: (frame: PublicFrameFacts) => number): number => counted.reduce((total, frame) => total + of(frame), 0);
  const free = inAll(counted, (frame) => Math.min(freePlaces(frame), frame.capacity ?? 0), ({ left }) => left);
  return { capacity: capacityOf(counted), taken: sum((frame) => frame.placesTaken), free, waiting: sum((frame) => frame.waiting) };
}

/** What is drawn, for an event all of whose places are; null where some are to be had at once. */
export function lotteryOf(frames: readonly PublicFrameFacts[]): { capacity: number; entered: number; closesAt: string | null } | null {
  const counted = countedFrames(frames);
  if (counted.length === 0 || !counted.every(isUndrawn)) return null;
  const sum = (of: (frame: PublicFrameFacts) => number): number => counted.reduce((total, frame) => total + of(frame), 0);
  return { capacity: capacityOf(counted), entered: sum((frame) => frame.entered), closesAt: counted[0]?.closesAt ?? null };
}

/** What the host gives, for an event all of whose places it does; null where some are to be had otherwise. */
export function choiceOf(frames: readonly PublicFrameFacts[]): { capacity: number; entered: number; answersBy: string | null } | null {
  const counted = countedFrames(frames);
  if (counted.length === 0 || !counted.every(isChosen)) return null;
  const sum = (of: (frame: PublicFrameFacts) => number): number => counted.reduce((total, frame) => total + of(frame), 0);
  const days = counted.map(({ answersBy }) => answersBy);
  return { capacity: capacityOf(counted), entered: sum((frame) => frame.entered), answersBy: days.reduce((last, day) => (day === null || last === null ? null : day > last ? day : last), days[0] ?? null) };
}

/** Frames that take nobody yet, the first to open first. */
export function opensLater(event: StandingFacts, now: Date): { name: string; opensAt: string }[] {
  const later = countedFrames(event.frames).flatMap((frame) => (frame.opensAt !== null && frameStanding(frame, event, now) === 'not-open' ? [{ name: frame.name, opensAt: frame.opensAt }] : []));
  return later.sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));
}

/** When the first application is taken; null where some are with the publication, or nobody applies. */
export function firstCall(frames: readonly PublicFrameFacts[]): string | null {
  const openings = countedFrames(frames).map(({ opensAt }) => opensAt);
  return openings.reduce((first, each) => (each === null || first === null ? null : Date.parse(each) < Date.parse(first) ? each : first), openings[0] ?? null);
}

/** How freed places go round; of an event with both ways, the one that nobody is surprised by. */
export function queueOf(frames: readonly PublicFrameFacts[]): 'in-order' | 'who-fits' {
  return countedFrames(frames).some((frame) => frame.queue === 'who-fits') ? 'who-fits' : 'in-order';
}

/** Frames that somebody can apply for now, or wait for. */
export function takingFrames(event: StandingFacts, now: Date): PublicFrameFacts[] {
  return countedFrames(event.frames).filter((frame) => ['open', 'full'].includes(frameStanding(frame, event, now)));
}

/** Until when each frame takes applications, where they do not all close together; else none. */
export function closingsOf(event: StandingFacts): { id: string; name: string; closesAt: string }[] {
  const ends = countedFrames(event.frames).map(({ id, name, closesAt }) => ({ id, name, closesAt: closesAt ?? event.startsAt }));
  return new Set(ends.map(({ closesAt }) => Date.parse(closesAt))).size > 1 ? ends : [];
}

/** The latest moment at which somebody can still apply by this page. */
export function lastCall(event: StandingFacts): string | null {
  const ends = countedFrames(event.frames).map((frame) => frame.closesAt ?? event.startsAt);
  return ends.length === 0 ? null : ends.reduce((latest, end) => (new Date(end) > new Date(latest) ? end : latest));
}

/** The first hour at which some seat is closed: who keeps to it is too late for none. Null where nobody applies. */
export function firstClosing(event: StandingFacts): string | null {
  const ends = countedFrames(event.frames).map((frame) => frame.closesAt ?? event.startsAt);
  return ends.length === 0 ? null : ends.reduce((first, end) => (new Date(end) < new Date(first) ? end : first));
}

/** When the page last said something else: when its text was approved, or, later, when it was called off. */
export function lastUpdate({ updatedAt, banner }: { readonly updatedAt: string; readonly banner: { readonly at: string } | null }): string {
  return banner !== null && Date.parse(banner.at) > Date.parse(updatedAt) ? banner.at : updatedAt;
}
