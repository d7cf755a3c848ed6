import type { DateOnly } from '@yoriai/platform';
import type { ActivityField, AttendanceMode, EventCategory, EventEntity, EventUse, DraftDuty, RainPolicy } from '../event/event.entity.js';
import type { ProgrammeItem } from '../programme/programme.rules.js';
import type { Repeats } from '../series/repeats.rules.js';
import type { HeatLimit } from '../weather/heat-limit.rules.js';
import type { RainDate } from '../weather/rain-date.rules.js';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { Audience } from '../public-event/audience.rules.js';
import { asksOf, type Asks } from '../asks/asks.rules.js';
import type { Companions, FrameEntity, FrameKind, FrameMethod, Queue } from '../frame/frame.entity.js';

/** The host as it was called when the revision was made. */
export interface SnapshotOrganisation {
  id: string;
  name: string;
  kana: string;
  slug: string;
  areaId: string | null;
  areaName: string | null;
  areaSlug: string | null;
}

export interface SnapshotFrame {
  id: string;
  kind: FrameKind;
  name: string;
  method: FrameMethod;
  capacity: number | null;
  opensAt: string | null;
  closesAt: string | null;
  perApplicationMax: number;
  /** Missing in contents older than the choice by the host: nothing is said. */
  answersBy?: DateOnly | null;
  /** Missing in contents older than the choice: the first of its values. */
  companions?: Companions;
  /** Likewise. */
  queue?: Queue;
  /** Likewise. */
  outsideTotal?: boolean;
  /** Likewise; read it with `asksOf`. */
  asks?: Partial<Asks>;
}

/** What contents older than a choice say: what was done before there was one. */
export const OLD_FRAME = { answersBy: null, companions: 'number', queue: 'in-order', outsideTotal: false } as const;

/** A frame's content with every choice made. */
export const wholeFrame = <T extends Partial<SnapshotFrame>>(frame: T) => ({ ...OLD_FRAME, ...frame, asks: asksOf(frame) });

/** Everything that is approved and, once published, shown (L0 fields only). Instants as ISO text. */
export interface EventSnapshot {
  title: string | null;
  kana: string | null;
  summary: string | null;
  description: string | null;
  field: ActivityField | null;
  category: EventCategory | null;
  /** Code of the ward's initiative; missing in contents older than them. */
  initiative?: string | null;
  placeName: string | null;
  placeAddress: string | null;
  accessText: string | null;
  startsAt: string | null;
  endsAt: string | null;
  rainPolicy: RainPolicy | null;
  rainDecisionAt: string | null;
  /** Missing in contents older than the question. */
  rainDecider?: string | null;
  /** Missing in contents older than the question. */
  materials?: string | null;
  /** Missing in contents older than these questions. */
  titleEasy?: string | null;
  descriptionEasy?: string | null;
  titleEn?: string | null;
  descriptionEn?: string | null;
  insurance?: string | null;
  budget?: number | null;
  attendanceMode?: AttendanceMode | null;
  /** Missing in contents older than these two, like the video. */
  rainDate?: RainDate | null;
  heatLimit?: HeatLimit | null;
  /** Missing in contents older than these questions, like the video. */
  audience: Audience | null;
  audienceText: string | null;
  feeText: string | null;
  bringText: string | null;
  careText: string | null;
  videoUrl: string | null;
  videoCaptions: boolean | null;
  contactName: string | null;
  contactPhone: string | null;
  contactHours: string | null;
  food: boolean | null;
  fire: boolean | null;
  /** Missing in contents older than the question. */
  uses: EventUse[] | null;
  /** Missing in contents older than the list of venues. */
  venues: string[] | null;
  /** For invited people alone; null or, in older contents, missing: for everybody. */
  visibility: Visibility | null;
  /** Missing in contents older than programmes. */
  programme?: ProgrammeItem[] | null;
  /** Missing in contents older than it. */
  totalPlaces?: number | null;
  organisation: SnapshotOrganisation;
  frames: SnapshotFrame[];
  duties: DraftDuty[];
  /** How it is repeated; missing in contents older than series. */
  repeats?: Repeats | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
/** An instant as contents have it, read again. */
export const toDate = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** Copies the live row and its frames; nothing in the result is shared with them. */
export function snapshotOf(event: EventEntity, frames: readonly FrameEntity[], organisation: SnapshotOrganisation): EventSnapshot {
  const { title, kana, summary, description, field, category, placeName, placeAddress, accessText } = event;
  const { rainPolicy, audience, audienceText, feeText, bringText, careText, videoUrl, videoCaptions, contactName, contactPhone, contactHours, food, fire, uses, venues, visibility } = event;
  return {
    ...{ title, kana, summary, description, field, category, placeName, placeAddress, accessText },
    initiative: event.initiative,
    startsAt: iso(event.startsAt),
    endsAt: iso(event.endsAt),
    rainPolicy,
    rainDecisionAt: iso(event.rainDecisionAt),
    ...{ audience, audienceText, feeText, bringText, careText, videoUrl, videoCaptions, contactName, contactPhone, contactHours, food, fire, uses, venues, visibility },
    rainDecider: event.rainDecider,
    materials: event.materials,
    ...{ titleEasy: event.titleEasy, descriptionEasy: event.descriptionEasy, titleEn: event.titleEn, descriptionEn: event.descriptionEn },
    ...{ insurance: event.insurance, budget: event.budget, attendanceMode: event.attendanceMode },
    rainDate: event.rainDate,
    heatLimit: event.heatLimit,
    programme: event.programme,
    totalPlaces: event.totalPlaces,
    organisation: { ...organisation },
    frames: frames.map(snapshotFrame),
    duties: event.duties.map((duty) => ({ ...duty })),
    repeats: event.repeats,
  };
}

/** The row as it would be with this content; who hosts it stays. The other way round than {@link snapshotOf}. */
export function withSnapshot(event: EventEntity, { organisation: _host, frames: _frames, ...content }: EventSnapshot): EventEntity {
  return { ...event, ...content, startsAt: toDate(content.startsAt), endsAt: toDate(content.endsAt), rainDecisionAt: toDate(content.rainDecisionAt) };
}

/** One frame without its counters: how many places are left is read live. */
export function snapshotFrame(frame: FrameEntity): SnapshotFrame {
  const { id, kind, name, method, capacity, answersBy, perApplicationMax, companions, queue, outsideTotal } = frame;
  const asks = asksOf(frame);
  return { id, kind, name, method, capacity, opensAt: iso(frame.opensAt), closesAt: iso(frame.closesAt), answersBy, perApplicationMax, companions, queue, outsideTotal, asks };
}
