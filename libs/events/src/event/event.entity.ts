import type { DateOnly } from '@yoriai/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { ProgrammeItem } from '../programme/programme.rules.js';
import type { Audience } from '../public-event/audience.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import type { Repeats } from '../series/repeats.rules.js';
import type { Scope } from '../series/series-spread.rules.js';
import type { HeatLimit } from '../weather/heat-limit.rules.js';
import type { RainDate } from '../weather/rain-date.rules.js';
import type { ChangeState, EventState } from './event.rules.js';

/** 防犯・防災 · 子ども・青少年 · 福祉 · 健康 · 環境 · 文化・スポーツ: the six fields that an area's council must cover (city rule for 地域活動協議会). */
export const ACTIVITY_FIELDS = ['bousai', 'kodomo', 'fukushi', 'kenkou', 'kankyo', 'bunka'] as const;
export type ActivityField = (typeof ACTIVITY_FIELDS)[number];

/** What kind of gathering it is; picks words and pictures, decides no right except for drills. */
export const EVENT_CATEGORIES = ['festival', 'concert', 'market', 'sports', 'class', 'cleaning', 'meal', 'drill', 'patrol', 'meeting', 'other'] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];

/** 雨天決行 · 小雨決行 · 雨天中止 · 雨天順延 · 屋内. */
export const RAIN_POLICIES = ['go-ahead', 'light-rain-only', 'cancelled', 'postponed', 'indoors'] as const;
export type RainPolicy = (typeof RAIN_POLICIES)[number];

/** What an event makes use of that somebody else has to allow: 公園 · 道路 · 学校や会館の建物 · 建物の中や舞台での裸火 · 区の名前（後援・共催） · 補助金. */
export const EVENT_USES = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy', 'owner'] as const;
export type EventUse = (typeof EVENT_USES)[number];

/** 会場で · オンラインで · どちらでも. */
export const ATTENDANCE_MODES = ['in-person', 'online', 'both'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

/** A volunteer duty as it is being planned; `key` stays through every edit. */
export interface DraftDuty {
  key: string;
  duty: string;
  place: string | null;
  /** ISO instants; null while nobody has said. */
  startsAt: string | null;
  endsAt: string | null;
  /** Of one without hours: just before or after the event, so many minutes, once that has its own (`inTheHours`). */
  beside?: { side: 'before' | 'after'; minutes: number };
  people: number;
  note: string | null;
}

/** A duty with its times: shifts are made of these once the event is published. */
export interface PlannedDuty extends DraftDuty {
  startsAt: string;
  endsAt: string;
}

/** The duties that have their times; after a submission these are all. */
export function plannedDuties(duties: readonly DraftDuty[]): PlannedDuty[] {
  return duties.flatMap(({ startsAt, endsAt, ...rest }) => (startsAt && endsAt ? [{ ...rest, startsAt, endsAt }] : []));
}

/** The event as it is being worked on. What the public sees is a revision, never this row. */
@Entity({ schema: 'events', name: 'event' })
export class EventEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'number', type: 'text' }) number: string;
  @Column({ name: 'slug', type: 'text' }) slug: string;
  @Column({ name: 'short_code', type: 'text' }) shortCode: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'area_id', type: 'uuid', nullable: true }) areaId: string | null;
  @Column({ name: 'title', type: 'text', nullable: true }) title: string | null;
  @Column({ name: 'kana', type: 'text', nullable: true }) kana: string | null;
  @Column({ name: 'summary', type: 'text', nullable: true }) summary: string | null;
  @Column({ name: 'description', type: 'text', nullable: true }) description: string | null;
  /** Title and description in やさしい日本語 and in English; null: read in Japanese. */
  @Column({ name: 'title_easy', type: 'text', nullable: true }) titleEasy: string | null;
  @Column({ name: 'description_easy', type: 'text', nullable: true }) descriptionEasy: string | null;
  @Column({ name: 'title_en', type: 'text', nullable: true }) titleEn: string | null;
  @Column({ name: 'description_en', type: 'text', nullable: true }) descriptionEn: string | null;
  @Column({ name: 'field', type: 'text', nullable: true }) field: ActivityField | null;
  @Column({ name: 'category', type: 'text', nullable: true }) category: EventCategory | null;
  /** Of the ward's plan; `events.initiative` says what it is. */
  @Column({ name: 'initiative', type: 'text', nullable: true }) initiative: string | null;
  @Column({ name: 'place_name', type: 'text', nullable: true }) placeName: string | null;
  @Column({ name: 'place_address', type: 'text', nullable: true }) placeAddress: string | null;
  @Column({ name: 'access_text', type: 'text', nullable: true }) accessText: string | null;
  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true }) startsAt: Date | null;
  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true }) endsAt: Date | null;
  @Column({ name: 'rain_policy', type: 'text', nullable: true }) rainPolicy: RainPolicy | null;
  @Column({ name: 'rain_decision_at', type: 'timestamptz', nullable: true }) rainDecisionAt: Date | null;
  /** An office of the host, as its host wrote it: 会長. */
  @Column({ name: 'rain_decider', type: 'text', nullable: true }) rainDecider: string | null;
  /** Since when nobody knows any more who applied; written by the sweep alone (docs/adr/0066). */
  @Column({ name: 'names_removed_at', type: 'timestamptz', nullable: true, insert: false, update: false }) namesRemovedAt: Date | null;
  /** What has to be there to hold it, a thing a line; for the host and the ward. */
  @Column({ name: 'materials', type: 'text', nullable: true }) materials: string | null;
  /** What the event is insured by, in the host's words; for the host and the ward. */
  @Column({ name: 'insurance', type: 'text', nullable: true }) insurance: string | null;
  /** What it is to cost, in yen; for the host and the ward. */
  @Column({ name: 'budget', type: 'int', nullable: true }) budget: number | null;
  /** Null: in person, or nobody said. */
  @Column({ name: 'attendance_mode', type: 'text', nullable: true }) attendanceMode: AttendanceMode | null;
  /** With 雨天順延 alone (CHECK). */
  @Column({ name: 'rain_date', type: 'jsonb', nullable: true }) rainDate: RainDate | null;
  /** WBGT; null: none. */
  @Column({ name: 'heat_limit', type: 'smallint', nullable: true }) heatLimit: HeatLimit | null;
  @Column({ name: 'audience', type: 'text', nullable: true }) audience: Audience | null;
  @Column({ name: 'audience_text', type: 'text', nullable: true }) audienceText: string | null;
  @Column({ name: 'fee_text', type: 'text', nullable: true }) feeText: string | null;
  @Column({ name: 'bring_text', type: 'text', nullable: true }) bringText: string | null;
  @Column({ name: 'care_text', type: 'text', nullable: true }) careText: string | null;
  /** Of a page that shows it; nothing is embedded. */
  @Column({ name: 'video_url', type: 'text', nullable: true }) videoUrl: string | null;
  @Column({ name: 'video_captions', type: 'boolean', nullable: true }) videoCaptions: boolean | null;
  @Column({ name: 'contact_name', type: 'text', nullable: true }) contactName: string | null;
  @Column({ name: 'contact_phone', type: 'text', nullable: true }) contactPhone: string | null;
  @Column({ name: 'contact_hours', type: 'text', nullable: true }) contactHours: string | null;
  @Column({ name: 'food', type: 'boolean', nullable: true }) food: boolean | null;
  @Column({ name: 'fire', type: 'boolean', nullable: true }) fire: boolean | null;
  /** In the order of {@link EVENT_USES}; empty: none of them, null: nobody said. */
  @Column({ name: 'uses', type: 'text', array: true, nullable: true }) uses: EventUse[] | null;
  /** Names of {@link VenueEntity}; null: nobody said. They are used up by the row itself once it is approved (venue_use). */
  @Column({ name: 'venues', type: 'text', array: true, nullable: true }) venues: string[] | null;
  /** Why the ward lets it take place where another event is at the same time, and who said so; null: it does not. */
  @Column({ name: 'beside_reason', type: 'text', nullable: true }) besideReason: string | null;
  @Column({ name: 'beside_by', type: 'uuid', nullable: true }) besideBy: string | null;
  /** Null: everybody sees it once it is published. */
  @Column({ name: 'visibility', type: 'text', nullable: true }) visibility: Visibility | null;
  /** How often the link for invited people was made anew; only that of this round opens the page. */
  @Column({ name: 'invitation_round', type: 'int' }) invitationRound: number;
  @Column({ name: 'programme', type: 'jsonb', nullable: true }) programme: ProgrammeItem[] | null;
  /** What its accepted stalls ask for; the rows of the stalls alone write it. */
  @Column({ name: 'stall_flags', type: 'text', array: true, insert: false, update: false }) stallFlags: ('food' | 'fire')[];
  /** Places of all counted frames together; null: each has its own and that is all. The row that counts them is `shared_places`. */
  @Column({ name: 'total_places', type: 'int', nullable: true }) totalPlaces: number | null;
  @Column({ name: 'duties', type: 'jsonb' }) duties: DraftDuty[];
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
  @Column({ name: 'state', type: 'text' }) state: EventState;
  /** Grows with every change; the ETag of edits. */
  @Column({ name: 'version', type: 'int' }) version: number;
  /** The revision the public sees; null as long as it was never published. */
  @Column({ name: 'public_revision', type: 'int', nullable: true }) publicRevision: number | null;
  /** When it is to be published, and who said so; while it is approved and not public (CHECK). */
  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true }) publishAt: Date | null;
  @Column({ name: 'publish_by', type: 'uuid', nullable: true }) publishBy: string | null;
  /** How the event would read after a change that is being written or decided on; null when there is none. */
  @Column({ name: 'change', type: 'jsonb', nullable: true }) change: EventSnapshot | null;
  @Column({ name: 'change_state', type: 'text', nullable: true }) changeState: ChangeState | null;
  /** For which dates of its series the change is meant; null where it is no date of one. */
  @Column({ name: 'change_scope', type: 'text', nullable: true }) changeScope: Scope | null;
  /** How it is repeated; null for what takes place once. */
  @Column({ name: 'repeats', type: 'jsonb', nullable: true }) repeats: Repeats | null;
  /** The series it is a date of, from its publication on. */
  @Column({ name: 'series_id', type: 'uuid', nullable: true }) seriesId: string | null;
  /** The date by the rule, wherever the event was moved to; null with a series: the date was taken away while it was empty. */
  @Column({ name: 'series_date', type: 'date', nullable: true }) seriesDate: DateOnly | null;
  /** The fields that this date has of its own: an edit of the whole series does not touch them. */
  @Column({ name: 'overridden', type: 'text', array: true }) overridden: string[];
  @Column({ name: 'headcount_participants', type: 'int', nullable: true }) headcountParticipants: number | null;
  @Column({ name: 'headcount_volunteers', type: 'int', nullable: true }) headcountVolunteers: number | null;
  @Column({ name: 'headcount_walk_ins', type: 'int', nullable: true }) headcountWalkIns: number | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  /** Who wrote at it, or at its change, since the ward last decided on it. */
  @Column({ name: 'editors', type: 'uuid', array: true }) editors: string[];
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
