import { openVerdict } from '../application/application.rules.js';
import { toDate, wholeFrame, type SnapshotFrame } from '../revision/snapshot.js';
import type { PublicEvent, PublicEventLine, PublicFrame } from './public-event.dto.js';
import type { CounterRow, PublicRow } from './public-event.repository.js';

type Counters = ReadonlyMap<string, CounterRow>;

/** A line of the list: nothing in it comes from the live row but number, address and state. */
export function toPublicLine(row: PublicRow, counters: Counters, now: Date): PublicEventLine {
  const { id, number, slug, state, visibility, snapshot } = row;
  const { kana, summary, field, category, feeText, audienceText, organisation } = snapshot;
  return {
    ...{ id, number, slug, state, visibility, kana, summary, field, category, feeText, audienceText },
    shortCode: row.short_code,
    seriesId: row.series_id,
    repeats: snapshot.repeats ?? null,
    title: snapshot.title ?? '',
    titleEasy: snapshot.titleEasy ?? null,
    titleEn: snapshot.titleEn ?? null,
    audience: snapshot.audience ?? null,
    startsAt: snapshot.startsAt ?? '',
    endsAt: snapshot.endsAt ?? '',
    placeName: snapshot.placeName ?? '',
    organisation: { id: organisation.id, slug: organisation.slug, name: organisation.name, areaName: organisation.areaName, areaSlug: organisation.areaSlug },
    coHosts: row.co_hosts,
    frames: snapshot.frames.map((frame) => toPublicFrame(row, frame, counters.get(frame.id), now)),
    peopleWanted: snapshot.duties.reduce((total, duty) => total + duty.people, 0),
  };
}

/** The whole page. */
export function toPublicEvent(row: PublicRow, counters: Counters, now: Date): PublicEvent {
  const { description, placeAddress, accessText, rainPolicy, rainDecisionAt, bringText, careText, contactName, contactPhone, contactHours, duties } = row.snapshot;
  return {
    ...toPublicLine(row, counters, now),
    ...{ description, placeAddress, accessText, rainPolicy, rainDecisionAt, bringText, careText, contactName, contactPhone, contactHours, duties },
    rainDate: row.snapshot.rainDate ?? null,
    heatLimit: row.snapshot.heatLimit ?? null,
    descriptionEasy: row.snapshot.descriptionEasy ?? null,
    descriptionEn: row.snapshot.descriptionEn ?? null,
    attendanceMode: row.snapshot.attendanceMode ?? null,
    videoUrl: row.snapshot.videoUrl ?? null,
    videoCaptions: row.snapshot.videoCaptions ?? null,
    initiative: row.initiative,
    byInvitation: row.visibility !== null,
    programme: row.snapshot.programme ?? [],
    banner: row.banner_reason && row.banner_at ? { kind: 'cancelled', reason: row.banner_reason, at: row.banner_at.toISOString() } : null,
    revision: row.revision,
    updatedAt: row.revised_at.toISOString(),
  };
}

function toPublicFrame(row: PublicRow, frame: SnapshotFrame, counter: CounterRow | undefined, now: Date): PublicFrame {
  const placesTaken = counter?.places_taken ?? 0;
  const waiting = counter?.waiting ?? 0;
  const { kind, capacity, opensAt, closesAt } = frame;
  const { startsAt, endsAt } = row.snapshot;
  const times = { startsAt: toDate(startsAt), endsAt: toDate(endsAt), opensAt: toDate(opensAt), closesAt: toDate(closesAt) };
  const shared = counter?.shared ?? null;
  const left = capacity === null ? null : Math.min(Math.max(0, capacity - placesTaken), shared?.left ?? Infinity);
  return {
    ...wholeFrame(frame),
    placesTaken,
    waiting,
    shared,
    entered: counter?.entered ?? 0,
    drawnAt: counter?.drawn_at?.toISOString() ?? null,
    free: waiting > 0 && left !== null ? 0 : left,
    can: { apply: openVerdict({ state: row.state, kind, ...times }, 'web', now) },
  };
}
