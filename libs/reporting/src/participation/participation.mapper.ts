import type { AreaFiguresResponse, EventFiguresResponse, FiguresResponse, InitiativeFiguresResponse, MonthFiguresResponse, ParticipationResponse } from './participation.dto.js';
import { monthBefore, type YearBefore } from './before.rules.js';
import type { DutyFill } from './duty-fill.rules.js';
import type { EventFigures } from './participation.repository.js';
import { fillRate, isToCome, monthOf, monthsOf, sumOf, yearWords, type Figures } from './participation.rules.js';

/** What is told beside the events of the year. */
export interface Beside {
  cancelledEvents: number;
  before: YearBefore | null;
  dutyFill: DutyFill[];
}

/** Everything the figures of a year say, from one row per event. */
export function toParticipation(fiscalYear: number, events: readonly EventFigures[], { cancelledEvents, before, dutyFill }: Beside, now: Date): ParticipationResponse {
  return {
    fiscalYear,
    fiscalYearWords: yearWords(fiscalYear),
    byEvent: events.map(toEvent),
    byArea: byArea(events, now),
    byInitiative: byInitiative(events, now),
    byMonth: monthsOf(fiscalYear).map((month) =>
      toMonth(
        month,
        events.filter((event) => monthOf(event.startsAt) === month),
        before,
        now,
      ),
    ),
    total: counted(events, now),
    before: before && { people: before.people, volunteers: before.volunteers, until: before.until },
    dutyFill,
    cancelledEvents,
  };
}

function toEvent(event: EventFigures): EventFiguresResponse {
  const { eventId, number, title, organisationName, areaId, areaName, areaSlug, field, state, attendanceFrom } = event;
  return { eventId, number, title, organisationName, areaId, areaName, areaSlug, field, state, attendanceFrom, startsAt: event.startsAt.toISOString(), ...toFigures(event) };
}

function byArea(events: readonly EventFigures[], now: Date): AreaFiguresResponse[] {
  const groups = new Map<string | null, EventFigures[]>();
  for (const event of events) groups.set(event.areaId, [...(groups.get(event.areaId) ?? []), event]);
  return [...groups.values()]
    .sort(([a], [b]) => (a?.areaSort ?? Infinity) - (b?.areaSort ?? Infinity))
    .map((group) => {
      const { areaId = null, areaName = null, areaSlug = null } = group[0] ?? {};
      return { areaId, areaName, areaSlug, ...counted(group, now) };
    });
}

/** In the order of the plan; an event of none is in no line. */
function byInitiative(events: readonly EventFigures[], now: Date): InitiativeFiguresResponse[] {
  const groups = new Map<string, EventFigures[]>();
  for (const event of events) if (event.initiative) groups.set(event.initiative.code, [...(groups.get(event.initiative.code) ?? []), event]);
  return [...groups.values()]
    .flatMap((group) => (group[0]?.initiative ? [{ of: group[0].initiative, group }] : []))
    .sort((one, other) => one.of.place - other.of.place)
    .map(({ of: { code, name, kana, nameEn }, group }) => ({ code, name, kana, nameEn, ...counted(group, now) }));
}

const toMonth = (month: string, events: readonly EventFigures[], before: YearBefore | null, now: Date): MonthFiguresResponse => ({ month, peopleBefore: before?.byMonth.get(monthBefore(month)) ?? null, ...counted(events, now) });

const counted = (events: readonly EventFigures[], now: Date) => ({ events: events.length, eventsToCome: events.filter((event) => isToCome(event, now)).length, ...toFigures(sumOf(events)) });

function toFigures(figures: Figures): FiguresResponse {
  const { applied, confirmed, places, placesTaken, participants, walkIns, volunteerPlaces, volunteersConfirmed, volunteers, handedOut } = figures;
  // Tenths add up to whole tenths again.
  const cleanedArea = Math.round(figures.cleanedArea * 10) / 10;
  return { applied, confirmed, places, placesTaken, fillRate: fillRate(figures), participants, walkIns, volunteerPlaces, volunteersConfirmed, volunteers, cleanedArea, handedOut };
}
