import type { EventCorrection, EventReport, Headcount } from './event.dto.js';
import type { EventReportEntity } from './event-report.entity.js';
import type { FigureCorrectionEntity } from './figure-correction.entity.js';

/** A correction as it is answered: what counted before, and what counts since. */
export function toCorrection({ number, reason, correctedByName, correctedAt, ...each }: FigureCorrectionEntity & { correctedByName: string }): EventCorrection {
  const { participants, volunteers, walkIns, children, wheelchairs, cost } = each;
  const was = { participants: each.wasParticipants, volunteers: each.wasVolunteers, walkIns: each.wasWalkIns, children: each.wasChildren, wheelchairs: each.wasWheelchairs, cost: each.wasCost };
  return { number, was, now: { participants, volunteers, walkIns, children, wheelchairs, cost }, reason, correctedBy: correctedByName, correctedAt: correctedAt.toISOString() };
}

/** Of figures the three that say how many came. */
export function countedIn(figures: Headcount | null): Headcount | null {
  return figures && { participants: figures.participants, volunteers: figures.volunteers, walkIns: figures.walkIns };
}

/** A report as it was written. Who was hurt is for those who hold the event and the ward alone (domain §4.8, L4). */
export function toReport(report: EventReportEntity, holds: boolean): EventReport {
  const { participants, volunteers, walkIns, children, wheelchairs, cost, cleanedArea, handedOut, incident, note, nextTimeNote } = report;
  return { participants, volunteers, walkIns, children, wheelchairs, cost, cleanedArea, handedOut, incident: holds ? incident : null, note, nextTimeNote, reportedAt: report.reportedAt.toISOString() };
}
