import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssociationsModule } from '@yoriai/associations';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { RostersModule } from '@yoriai/rosters';
import { BoardRepository } from './board/board.repository.js';
import { Boards } from './board/boards.service.js';
import { HeadcountRepository } from './headcount/headcount.repository.js';
import { Attendance } from './headcount/headcount.service.js';
import { AttendanceRecordEntity } from './reception/attendance-record.entity.js';
import { CheckInOperationEntity } from './reception/check-in-operation.entity.js';
import { CheckInRepository } from './reception/check-in.repository.js';
import { CheckIns } from './reception/check-in.service.js';
import { Gate } from './reception/gate.js';
import { Reception } from './reception/reception.service.js';
import { Reviews } from './reception/review.service.js';
import { SeriesStreaks } from './streak/series-streaks.service.js';
import { StreakRepository } from './streak/streak.repository.js';
import { Streaks } from './streak/streaks.service.js';
import { Histories } from './history/histories.service.js';
import { HistoryRepository } from './history/history.repository.js';
import { OwnLines } from './self/own-lines.js';
import { SelfReception } from './self/self-reception.service.js';
import { VenueCodes } from './self/venue-codes.js';
import { VenueSheets } from './self/venue-sheets.service.js';
import { Subjects } from './reception/subjects.js';

/** The services of the context; controllers and subscribers are added by the process that needs them. */
@Module({
  imports: [IdentityModule, AssociationsModule, EventsModule, RostersModule, TypeOrmModule.forFeature([AttendanceRecordEntity, CheckInOperationEntity])],
  providers: [Attendance, Boards, BoardRepository, CheckIns, Reception, Reviews, SelfReception, VenueSheets, VenueCodes, OwnLines, Histories, HistoryRepository, Gate, Subjects, CheckInRepository, HeadcountRepository, Streaks, SeriesStreaks, StreakRepository],
  exports: [Boards, Streaks, SeriesStreaks, Attendance, CheckIns, Reception, Reviews, SelfReception, VenueSheets, Histories, CheckInRepository],
})
export class AttendanceModule {}
