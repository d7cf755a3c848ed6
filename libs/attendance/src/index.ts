export { AttendanceModule } from './attendance.module.js';
export { AttendanceHttpModule } from './attendance.http.js';
export { AttendanceWorkerModule } from './attendance.worker.js';
export { Boards, type Board } from './board/boards.service.js';
export type { BoardMoment } from './board/board.rules.js';
export { Attendance } from './headcount/headcount.service.js';
export type { Headcount } from './headcount/headcount.repository.js';
export { Streaks, type OwnStreak } from './streak/streaks.service.js';
export { SeriesStreaks } from './streak/series-streaks.service.js';
export { SelfReception, type SelfAnswer, type SelfLine, type SelfPlace } from './self/self-reception.service.js';
export { Histories, type Certified, type OwnYear } from './history/histories.service.js';
export { VenueSheets } from './self/venue-sheets.service.js';
export { MOST_WALK_INS, NumberRequest, SelfHeadsRequest, WalkInsRequest } from './self/self.dto.js';
export { CheckIns } from './reception/check-in.service.js';
export { Reception } from './reception/reception.service.js';
export {
  CheckInAnswer,
  CheckInRequest,
  CheckInUndoRequest,
  ReceptionList,
  type ReceptionPerson,
  type ReceptionReview,
  type TicketAtDoor,
} from './reception/reception.dto.js';
export { kanaRow, type Act, type Answer, type SubjectKind } from './reception/check-in.rules.js';
