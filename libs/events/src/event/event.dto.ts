import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { FIRST_CHECK_OUTCOMES, type FirstCheckOutcome } from '@yoriai/approvals';
import { ContentFrame, EventFrame } from '../frame/frame.dto.js';
import { VISIBILITIES, type Visibility } from '../invitation/invited-address.rules.js';
import { AUDIENCES, type Audience } from '../public-event/audience.rules.js';
import { EventReduction } from '../weather/reduction/reduction.dto.js';
import { EventRainDate } from '../weather/rain-date.dto.js';
import { HEAT_LIMITS, type HeatLimit } from '../weather/heat-limit.rules.js';
import { DutyBeside } from './duty-draft.dto.js';
import { ATTENDANCE_MODES, ACTIVITY_FIELDS, EVENT_CATEGORIES, EVENT_USES, RAIN_POLICIES, type ActivityField, type EventCategory, type EventUse, type RainPolicy, type AttendanceMode } from './event.entity.js';
import { EventInSeries } from '../series/event-in-series.dto.js';
import { EventProgrammeItem } from '../programme/programme.dto.js';
import { EventRepeats } from '../series/repeats.dto.js';
import { EventChecklistItem } from './checklist.dto.js';
import { EventStalls, EventToAnswer, ProcedureNamed } from './event-standing.dto.js';
import { EventCondition } from './event-condition.dto.js';
import { EDIT_KINDS, type EditKind } from './event-content.rules.js';
import { CHANGE_STATES, EVENT_STATES, EVENT_VERBS, type ChangeState, type EventState, type EventVerb } from './event.rules.js';

export const EVENT_PAGE_SIZE = 50;
const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

export class FieldProblem {
  @ApiProperty({ example: 'frames.0.capacity' }) field: string;
  @ApiProperty({ example: 'event.field-missing' }) code: string;
}

export class EventOrganisation {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true }) areaName: string | null;
}

/** Each verb: `true`, or the code that says why not. */
export class EventCan implements Record<Exclude<EventVerb, 'end' | 'pass'> | 'putOff' | 'seeApplications' | 'takeAlong' | 'enterApplications', true | string> {
  @ApiProperty(CAN) edit: true | string;
  @ApiProperty(CAN) change: true | string;
  @ApiProperty(CAN) abandon: true | string;
  @ApiProperty(CAN) submit: true | string;
  @ApiProperty(CAN) withdraw: true | string;
  @ApiProperty(CAN) check: true | string;
  @ApiProperty(CAN) forward: true | string;
  @ApiProperty(CAN) return: true | string;
  @ApiProperty(CAN) reject: true | string;
  @ApiProperty(CAN) approve: true | string;
  @ApiProperty(CAN) publish: true | string;
  @ApiProperty(CAN) postpone: true | string;
  @ApiProperty({ ...CAN, description: 'To another day, without asking the ward' }) putOff: true | string;
  @ApiProperty(CAN) cancel: true | string;
  @ApiProperty(CAN) report: true | string;
  @ApiProperty(CAN) close: true | string;
  @ApiProperty(CAN) correct: true | string;
  @ApiProperty(CAN) seeApplications: true | string;
  @ApiProperty({ ...CAN, description: 'Lists of people as a file' }) takeAlong: true | string;
  @ApiProperty(CAN) enterApplications: true | string;
}

/** Who had applied for what was called off. */
export class EventCalledOff {
  @ApiProperty({ description: 'Applications' }) groups: number;
  @ApiProperty({ description: 'People with a place' }) heads: number;
}

/** Who of a community centre wrote at a draft. */
export class EventHelp {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'The community centre' }) centreName: string;
  @ApiProperty({ description: 'Began the draft; else helped with one that was there' }) began: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the centre last asked the host to look at it' }) askedAt: string | null;
  @ApiProperty({ description: 'The centre has written at it since it asked' }) writtenSince: boolean;
}

/** One line of a list of events. */
export class EventLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'R8-0001' }) number: string;
  @ApiProperty() slug: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'How the title is read' }) kana: string | null;
  @ApiProperty({ type: EventOrganisation }) organisation: EventOrganisation;
  @ApiProperty({ type: EventHelp, nullable: true, description: 'Who of a community centre wrote at it last, until it is handed in, for those who work on it; null: nobody' }) help: EventHelp | null;
  @ApiProperty({ description: 'Words of community centres about what waits, unread by the host; 0 for those who do not lead it' }) unreadComments: number;
  @ApiProperty({ enum: EVENT_STATES }) state: EventState;
  @ApiProperty({ enum: VISIBILITIES, nullable: true, description: 'Whom it shows itself to; null: everybody' }) visibility: Visibility | null;
  @ApiProperty({ enum: CHANGE_STATES, nullable: true, description: 'Where a change of what was approved stands, for those who work on it' })
  changeState: ChangeState | null;
  @ApiProperty({ enum: ACTIVITY_FIELDS, nullable: true }) field: ActivityField | null;
  @ApiProperty({ enum: EVENT_CATEGORIES, nullable: true }) category: EventCategory | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) placeName: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Heads over all frames; null when one of them takes everybody' }) capacity: number | null;
  @ApiProperty({ description: 'Heads with a place' }) placesTaken: number;
  @ApiProperty({ description: 'Applications that wait' }) waiting: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Heads that have entered draws which are still to come; null: nothing is drawn any more' }) inDraw: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Applications that wait for a guardian’s consent; null: none is asked' }) consentsMissing: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Adults that the host states for the children who have a place; null: it states none' }) adultsNeeded: number | null;
  @ApiProperty({ type: EventStalls, nullable: true, description: 'null: it takes no stalls' }) stalls: EventStalls | null;
  @ApiProperty({ type: EventToAnswer, nullable: true, description: 'null: nobody waits for the host’s answer' }) toAnswer: EventToAnswer | null;
  @ApiProperty({ type: EventCalledOff, nullable: true, description: 'Who had applied when it was called off; null: nobody had, or it was not' }) calledOff: EventCalledOff | null;
  @ApiProperty({ description: 'Procedures of which others are still to be told that it is off; for those who work on it' }) toWithdraw: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By when it is to be said whether it takes place, for those who lead it, from half a day before until it begins; null: nothing is to be decided' }) decideBy: string | null;
  @ApiProperty({ description: 'People wanted over all planned duties' }) peopleWanted: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'By when its host has to do something next that its approval asks for; for those who work on it' })
  conditionDueOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What that is, in the words of the ward' }) conditionNext: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The series it is a date of' }) seriesId: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The soonest day of a procedure that is to be done; for those who work on it' }) checklistDueOn: string | null;
  @ApiProperty({ type: ProcedureNamed, nullable: true, description: 'Which procedure that is' }) checklistNext: ProcedureNamed | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it is to be published, while it is approved; for those who work on it' }) publishAt: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: EventCan }) can: EventCan;
}

export class EventPage {
  @ApiProperty({ type: [EventLine] }) items: EventLine[];
  @ApiProperty() total: number;
  @ApiProperty() page: number;
  @ApiProperty() pageSize: number;
  @ApiPropertyOptional({ type: [String], example: ['2026-11-23'], description: 'Of a month its national holidays' }) holidays?: string[];
}

export class EventDuty {
  @ApiProperty() key: string;
  @ApiProperty() duty: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiPropertyOptional({ type: DutyBeside, description: 'Of a duty without hours: it has these once the event has its own' }) beside?: DutyBeside;
  @ApiProperty() people: number;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class Headcount {
  @ApiProperty() participants: number;
  @ApiProperty() volunteers: number;
  @ApiProperty() walkIns: number;
}

export class ReportFigures extends Headcount {
  @ApiProperty({ type: Number, nullable: true, description: 'Of the participants and walk-ins; null: not counted' }) children: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of the participants and walk-ins; null: not counted' }) wheelchairs: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'In yen; null: not told' }) cost: number | null;
}

export class EventReport extends ReportFigures {
  @ApiProperty({ type: Number, nullable: true, description: 'きれいにした面積, in square metres' }) cleanedArea: number | null;
  @ApiProperty({ type: Number, nullable: true, description: '配ったもの: pieces; null: not counted' }) handedOut: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'けが・困ったこと' }) incident: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) nextTimeNote: string | null;
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
}

/** Other figures than those that counted until then. */
export class EventCorrection {
  @ApiProperty({ description: '1, 2, 3 … of the event' }) number: number;
  @ApiProperty({ type: ReportFigures }) was: ReportFigures;
  @ApiProperty({ type: ReportFigures }) now: ReportFigures;
  @ApiProperty() reason: string;
  @ApiProperty({ description: 'Their name' }) correctedBy: string;
  @ApiProperty({ format: 'date-time' }) correctedAt: string;
}

/** The look of the area's council, before the ward decides. */
export class EventCheck {
  @ApiProperty() councilName: string;
  @ApiProperty({ format: 'date', description: 'A day in Japan' }) dueOn: string;
  @ApiProperty({ enum: FIRST_CHECK_OUTCOMES, nullable: true, description: 'null: it waits for the council' }) outcome: FirstCheckOutcome | null;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
}

/** What the ward wrote about one field of what it sent back. */
export class EventRemark {
  @ApiProperty({ example: 'placeName' }) field: string;
  @ApiProperty() text: string;
}

export class EventApproval {
  @ApiProperty({ type: EventCheck, nullable: true, description: 'Of what was handed in last; null where no council was asked' }) check: EventCheck | null;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() status: string;
  @ApiProperty() revision: number;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ format: 'date-time' }) submittedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it waits' }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'notification-only', description: 'The rule that approved what stands; null where people did, or nothing is approved' }) rule: string | null;
  @ApiProperty({ type: [EventRemark], description: 'While it is sent back: about single fields' }) remarks: EventRemark[];
  @ApiProperty({ type: [EventCondition], description: 'Soonest due first' }) conditions: EventCondition[];
}

/** What to expect of the ward when it is handed in now. */
export class EventReview {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ description: 'It begins before the usual business days are over' }) short: boolean;
}

/** Why it went back, or why it does not take place. */
export class EventReason {
  @ApiProperty({ enum: EVENT_VERBS }) verb: EventVerb;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

/** What is written about an event beside what a list says of it. */
export class EventTexts {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Code of the initiative of the ward’s plan' }) initiative?: string | null;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: String, nullable: true }) placeAddress: string | null;
  @ApiProperty({ type: String, nullable: true }) accessText: string | null;
  @ApiProperty({ enum: RAIN_POLICIES, nullable: true }) rainPolicy: RainPolicy | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) rainDecisionAt: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Who of the host decides then' }) rainDecider?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'What has to be there to hold it, a thing a line' }) materials?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'In やさしい日本語, like what follows' }) titleEasy?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) descriptionEasy?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'In English, like what follows' }) titleEn?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) descriptionEn?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'What it is insured by' }) insurance?: string | null;
  @ApiPropertyOptional({ type: Number, nullable: true, description: 'What it is to cost, in yen' }) budget?: number | null;
  @ApiPropertyOptional({ enum: ATTENDANCE_MODES, nullable: true, description: 'At the place or from elsewhere' }) attendanceMode?: AttendanceMode | null;
  @ApiPropertyOptional({ type: EventRainDate, nullable: true, description: 'When it takes place if it rains' }) rainDate?: EventRainDate | null;
  @ApiPropertyOptional({ enum: HEAT_LIMITS, nullable: true, description: 'From this heat index (WBGT) on it is not to be held' }) heatLimit?: HeatLimit | null;
  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Places of all frames together that are counted' }) totalPlaces?: number | null;
  @ApiProperty({ enum: AUDIENCES, nullable: true, description: 'For whom, to be found by' }) audience: Audience | null;
  @ApiProperty({ type: String, nullable: true }) audienceText: string | null;
  @ApiProperty({ type: String, nullable: true }) feeText: string | null;
  @ApiProperty({ type: String, nullable: true }) bringText: string | null;
  @ApiProperty({ type: String, nullable: true }) careText: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'A page with a video about it' }) videoUrl: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'The video has captions' }) videoCaptions: boolean | null;
  @ApiProperty({ type: String, nullable: true }) contactName: string | null;
  @ApiProperty({ type: String, nullable: true }) contactPhone: string | null;
  @ApiProperty({ type: String, nullable: true }) contactHours: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) food: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true }) fire: boolean | null;
  @ApiProperty({ enum: EVENT_USES, isArray: true, nullable: true, description: 'Empty: none of them; null: nobody said' }) uses: EventUse[] | null;
  @ApiProperty({ type: [String], nullable: true, description: 'Names from the list of venues' }) venues: string[] | null;
  @ApiProperty({ enum: VISIBILITIES, nullable: true, description: 'invited: whoever has its link; members: the people of its associations too; area: those of its area too; null: everybody' }) visibility: Visibility | null;
  @ApiPropertyOptional({ type: [EventProgrammeItem], nullable: true, description: 'In its running order' }) programme?: EventProgrammeItem[] | null;
  @ApiProperty({ type: [EventDuty] }) duties: EventDuty[];
  @ApiPropertyOptional({ type: EventRepeats, nullable: true }) repeats?: EventRepeats | null;
}

/** Everything that is decided on. */
export class EventContent extends EventTexts {
  @ApiProperty({ type: String, nullable: true }) kana: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ enum: ACTIVITY_FIELDS, nullable: true }) field: ActivityField | null;
  @ApiProperty({ enum: EVENT_CATEGORIES, nullable: true }) category: EventCategory | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) placeName: string | null;
  @ApiProperty({ type: [ContentFrame] }) frames: ContentFrame[];
}

/** A change of an approved event that is written or decided on. What is public stays as it was approved until then. */
export class EventChange {
  @ApiProperty({ enum: CHANGE_STATES }) state: ChangeState;
  @ApiProperty({ enum: EDIT_KINDS, description: 'minor: words and contacts, taken over at once when handed in; material: decided on by the ward' })
  kind: EditKind['kind'];
  @ApiProperty({ type: [String], example: ['startsAt'], description: 'What needs a new approval' }) material: string[];
  @ApiProperty({ type: [FieldProblem], description: 'What keeps it from being handed in' }) missing: FieldProblem[];
  @ApiProperty({ type: EventContent, description: 'How the event would read' }) content: EventContent;
}

/** The event as those who work on it see it. The version is also the ETag. */
export class EventDetail extends IntersectionType(EventLine, EventTexts) {
  @ApiProperty({ description: 'On posters: /e/<shortCode>' }) shortCode: string;
  @ApiProperty({ type: [EventFrame] }) frames: EventFrame[];
  @ApiProperty({ type: Number, nullable: true }) publicRevision: number | null;
  @ApiProperty({ type: Headcount, nullable: true }) headcount: Headcount | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when nobody who applied is named any more; for those who work on it' }) namesRemovedAt: string | null;
  @ApiProperty({ type: [FieldProblem], description: 'What keeps it from being handed in; empty for those who do not work on it' }) missing: FieldProblem[];
  @ApiProperty({ description: 'Handed in as it is written it is approved at once, by rule (届出のみ)' }) notificationOnly: boolean;
  @ApiProperty({ type: EventApproval, nullable: true }) approval: EventApproval | null;
  @ApiProperty({ type: [EventChecklistItem], description: 'What it needs besides, by its answers or those of its change; for those who work on it' }) checklist: EventChecklistItem[];
  @ApiProperty({ type: EventReview, nullable: true, description: 'For those who work on it, while it or a change of it can be handed in' }) review: EventReview | null;
  @ApiProperty({ type: EventReason, nullable: true, description: 'The last return, rejection or cancellation, while it still matters' }) reason: EventReason | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was said to take place on the day that it has' }) heldAt: string | null;
  @ApiProperty({ type: EventReduction, nullable: true, description: 'In what smaller form it takes place on the day that it has' }) reduction: EventReduction | null;
  @ApiProperty({ type: EventInSeries, nullable: true }) series: EventInSeries | null;
  @ApiProperty({ type: EventChange, nullable: true, description: 'For those who work on it' }) change: EventChange | null;
  @ApiProperty({ type: EventReport, nullable: true, description: 'As it was reported' }) report: EventReport | null;
  @ApiProperty({ type: [EventCorrection], description: 'Newest first: the first is what counts, and what headcount says' }) corrections: EventCorrection[];
}
