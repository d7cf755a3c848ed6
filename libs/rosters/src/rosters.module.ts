import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssociationsModule } from '@yoriai/associations';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { AskedDuties } from './assignment/asked-duties.js';
import { AssignedPeople } from './assignment/assigned-people.js';
import { AssignmentEntity } from './assignment/assignment.entity.js';
import { AssignmentRepository } from './assignment/assignment.repository.js';
import { Assignments } from './assignment/assignment.service.js';
import { DutyPhotos } from './assignment/duty-photos.service.js';
import { PrintedRosters } from './assignment/printed-rosters.service.js';
import { Hands } from './assignment/hands.js';
import { ProxyAssignments } from './assignment/proxy-assignments.service.js';
import { PostponedDuties } from './assignment/postponed-duties.js';
import { DutyNames } from './retention/duty-names.service.js';
import { DutyListRepository } from './shift/duty-list.repository.js';
import { DutyList } from './shift/duty-list.service.js';
import { ShiftEntity } from './shift/shift.entity.js';
import { ShiftRepository } from './shift/shift.repository.js';
import { Shifts } from './shift/shift.service.js';

/** The services of the context; controllers and subscribers are added by the process that needs them. */
@Module({
  imports: [IdentityModule, AssociationsModule, EventsModule, TypeOrmModule.forFeature([ShiftEntity, AssignmentEntity])],
  providers: [Shifts, DutyList, DutyListRepository, Assignments, ProxyAssignments, Hands, AskedDuties, DutyNames, DutyPhotos, PostponedDuties, PrintedRosters, AssignedPeople, ShiftRepository, AssignmentRepository],
  exports: [Shifts, DutyList, Assignments, ProxyAssignments, AskedDuties, DutyNames, DutyPhotos, PostponedDuties, PrintedRosters],
})
export class RostersModule {}
