export type { DueRow, PlaceRow } from './handover/handover.repository.js';
export { FIRST_STEPS, type FirstStep, type HandedEvent, type Underway } from './handover/handover.rules.js';
export { Handovers, type Handover } from './handover/handovers.service.js';
export { hostCode, hostOfCode, linkUse } from './link-use/link-use.js';
export { ReportingModule } from './reporting.module.js';
export { ReportingHttpModule } from './reporting.http.js';
export { Participation, type ParticipationAsked, type ParticipationFile } from './participation/participation.service.js';
export {
  ParticipationQuery,
  type AreaFiguresResponse,
  type EventFiguresResponse,
  type FiguresResponse,
  type MonthFiguresResponse,
  type ParticipationResponse,
  type ParticipationYears,
} from './participation/participation.dto.js';
