export { AgeOnTheDay, AnswersRequest, AnswersTold, FrameAges, FrameAsks, FrameQuestion } from './asks/asks.dto.js';
export { AnswersForgetting } from './asks/forgetting.js';
export { MOST_QUESTIONS, NEEDS, answersVerdict, type AnswersSaid, type Need, type Question } from './asks/questions.rules.js';
export { KEPT_DAYS } from './asks/asks.rules.js';
export { PHOTOS_TOLD, isPhotosOpen, isUnseen, photosTold, photosVerdict, type PhotosTold } from './asks/photos.rules.js';
export { PhotoAnswers } from './asks/photo-answers.service.js';
export type { Asks } from './asks/asks.rules.js';
export type { Ages } from './asks/ages.rules.js';
export { AnswerRounds } from './choice/answer-rounds.service.js';
export { AnswersUndoRequest, HostAnswersRequest } from './choice/choice.dto.js';
export { UNDO_MINUTES, type Choice } from './choice/choice.rules.js';
export { HostAnswers } from './choice/host-answers.service.js';
export { AmendRequest } from './amendment/amendment.dto.js';
export type { AmendedWords, Amendment, EmailChange } from './amendment/amendment.repository.js';
export { linkEnds } from './amendment/amendment.rules.js';
export { Amendments } from './amendment/amendments.service.js';
export { EmailChanges, type EmailAsked } from './amendment/email-changes.service.js';
export { ConsentLinks, type ConsentAsked } from './consent/consent-links.service.js';
export { ConsentRounds } from './consent/consent-rounds.service.js';
export { ConsentTold, ConsentWords, GuardianAddress, GuardianFields, RecordConsentRequest } from './consent/consent.dto.js';
export type { GuardianConsent } from './consent/consent.entity.js';
export { APPLYING, GROWN_UP, consentFor, linkOf, partlyHidden, phonePartlyHidden, readOf, type Applying } from './consent/consent.rules.js';
export type { GuardianToTell } from './consent/consent.repository.js';
export { GuardianAddresses } from './consent/guardian-address.service.js';
export { GuardianConsents } from './consent/guardian-consents.service.js';
export { ApplicantNames } from './retention/applicant-names.service.js';
export type { NamesDue } from './retention/retention.repository.js';
export { ApplicantList } from './application/applicant-list.service.js';
export { ApplicationChanges } from './application/application-changes.service.js';
export {
  ApplicationAnswer,
  ApplicationLine,
  ApplicationList,
  ApplyRequest,
  CancelApplicationRequest,
  ProxyApplyRequest,
  ResendAnswer,
  ResendRequest,
  TicketAnswer,
  TicketEvent,
} from './application/application.dto.js';
export { APPLICATION_STATUSES, CHANNELS, type ApplicationStatus, type Channel } from './application/application.entity.js';
export { type BookedEvent, type Booking } from './application/application.mapper.js';
export { Applications } from './application/applications.service.js';
export { SignUps } from './application/sign-up.service.js';
export { Turnstile } from './application/turnstile.js';
export { EventApprovals } from './event/event-approval.service.js';
export { EventCorrections } from './event/event-corrections.service.js';
export { EventChecklist } from './event/event-checklist.service.js';
export { EventEvidence } from './event/event-evidence.service.js';
export { DraftHandOvers } from './help/draft-hand-overs.service.js';
export { EventChecks } from './event/event-checks.service.js';
export { EventConditions } from './event/event-conditions.service.js';
export { ApprovalRequest, ConditionConfirmationRequest, ConditionDraft, ConditionWordRequest, CorrectionRequest, ReasonRequest, RefusalRequest, ReturnRequest } from './event/event-decision.dto.js';
export { CreateEventRequest, EventFields, UpdateEventRequest } from './event/event-draft.dto.js';
export { DutyDraft } from './event/duty-draft.dto.js';
export { ReportRequest } from './event/event-report.dto.js';
export { FrameDraft } from './frame/frame-draft.dto.js';
export { EventChangeDrafts } from './event/event-change-drafts.service.js';
export { EventDrafts } from './event/event-draft.service.js';
export { EventEdits } from './event/event-edit.service.js';
export { EventEnds } from './event/event-ends.js';
export { EventProcedures } from './event/event-procedures.service.js';
export { EventPublications } from './event/event-publication.service.js';
export { EventPublicationPlans } from './event/event-publication-plans.service.js';
export { EventQueries } from './event/event-queries.service.js';
export { hoursOf, PROGRAMME_KINDS, type ProgrammeItem, type ProgrammeKind } from './programme/programme.rules.js';
export { type Repeats } from './series/repeats.rules.js';
export { Resealing } from './sealed/resealing.service.js';
export { SEALED_COLUMNS } from './sealed/sealed-columns.js';
export { SeriesDesk } from './series/series.service.js';
export { SeriesDates } from './series/series-dates.service.js';
export { EventReports } from './event/event-report.service.js';
export { ReportPrompts } from './event/report-prompts.service.js';
export { EventHistory } from './event/event-history.dto.js';
export { EventCan, EventDetail, EventLine, EventPage } from './event/event.dto.js';
export { EventListQuery } from './event/event-list.dto.js';
export {
  ACTIVITY_FIELDS,
  EVENT_CATEGORIES,
  EVENT_USES,
  RAIN_POLICIES,
  plannedDuties,
  type ActivityField,
  type DraftDuty,
  type EventCategory,
  type EventUse,
  type PlannedDuty,
  type RainPolicy,
} from './event/event.entity.js';
export { codeOf } from './event/event-codes.rules.js';
export { leadsEvent, mayHost, maySeeInside, organisationsOf, type EventOfHost } from './event/event.policy.js';
export { CHANGE_STATES, EVENT_STATES, EVENT_VERBS, type ChangeState, type EventState, type EventVerb } from './event/event.rules.js';
export { Events, type CalledOff, type EventSummary, type EventTold } from './event/events.service.js';
export { EventsHttpModule } from './events.http.js';
export { EventsModule } from './events.module.js';
export { EventsWorkerModule } from './events.worker.js';
export { FRAME_KINDS, FRAME_METHODS, type FrameKind, type FrameMethod } from './frame/frame.entity.js';
export { EventOrigins, type Cells, type EventOrigin } from './open-data/event-origins.js';
export { AUDIENCES, isGratis, type Audience } from './public-event/audience.rules.js';
export { MOST_COUNTED } from './public-event/public-filter.js';
export { type Earlier } from './public-event/earlier.rules.js';
export { PublicEvent, PublicEventLine, PublicEventPage, PublicEventQuery, PublicFrame } from './public-event/public-event.dto.js';
export { PublicDraws, type PublicDraw } from './public-event/public-draws.service.js';
export { PublicEvents, type PublicDecision, type PublicEventWish } from './public-event/public-event.service.js';
export type { Figures, NamedInitiative } from './public-event/public-event.repository.js';
export { concernOf, type Concern } from './revision/concern.rules.js';
export { type EventSnapshot, type SnapshotFrame, type SnapshotOrganisation } from './revision/snapshot.js';
export { offerEnd, standsOverNight } from './application/offer.rules.js';
export { commitmentOf, draw, type Lot } from './application/draw.rules.js';
export { Draws } from './application/draws.service.js';
export { Offers } from './application/offers.service.js';
export { VENUE_KINDS, HAZARDS, REFUGES, type Hazard, type Refuge, type VenueKind } from './venue/venue.entity.js';
export { VenueRequest } from './venue/venue.dto.js';
export { DECISION_CAUSES, DECISION_KINDS, type DecisionCause, type DecisionKind } from './weather/day-decision.entity.js';
export { HEAT_LIMITS, type HeatLimit } from './weather/heat-limit.rules.js';
export type { RainDate } from './weather/rain-date.rules.js';
export { DayDecisions, type DayDecision } from './weather/day-decisions.service.js';
export { AlertSource, AlertSources, type AlertKind, type WeatherAlert } from './weather/alerts/alert-source.js';
export { Alerts, type AlertReading, type GravestAlert } from './weather/alerts/alerts.service.js';
export { GravestAlerts } from './weather/alerts/gravest-alerts.service.js';
export { HEAT_STOP } from './weather/alerts/heat-forecast.js';
export { DecisionPrompts } from './weather/decision-prompts.service.js';
export { Holdings } from './weather/holdings.service.js';
export type { Reduced } from './weather/held.js';
export { proposalFor, type DayProposal } from './weather/reduction/proposal.rules.js';
export { isDropped, type DroppedItem } from './weather/reduction/reduction.rules.js';
export { Reductions } from './weather/reduction/reductions.service.js';
export { Postponements } from './weather/postponements.service.js';
export { StillComing, type PostponementOfEvent, type StillComingQuestion } from './weather/still-coming.service.js';
export { EventFiles } from './handout/event-files.service.js';
export { handedOut } from './handout/handed-out.js';
export { Handouts } from './handout/handouts.service.js';
export { ShownHandouts, type ShownHandout } from './handout/shown-handouts.service.js';
export { ReportPictures, ReportSpot } from './picture/picture.dto.js';
export { SIDES, type Side } from './picture/picture.rules.js';
export { Pictures } from './picture/pictures.service.js';
export { ShownPictures, type EventWithPictures, type ShownSpot } from './picture/shown-pictures.service.js';
export { INITIATIVE_KINDS, INITIATIVE_CODE, type InitiativeKind } from './initiative/initiative.rules.js';
export { InitiativeCorrectionRequest, InitiativeLine, InitiativeRequest } from './initiative/initiative.dto.js';
export { Initiatives } from './initiative/initiatives.service.js';
export { readReason, loggedReason } from './list-request/export-reason.rules.js';
export { type ListName } from './list-request/list-request.rules.js';
export { ListRequests } from './list-request/list-requests.service.js';
export { EventMessages } from './message/event-messages.service.js';
export { MessageRequest } from './message/message.dto.js';
export type { MessageEntity } from './message/message.entity.js';
export { DRILL_MARK, MESSAGE_AUDIENCES, type DropReason, type MessageAudience } from './message/message.rules.js';
export { Notices } from './notice/notices.service.js';
export { EventNotices } from './notice/event-notices.service.js';
export { NoticeRequest } from './notice/notice.dto.js';
export { type ShownNotice } from './notice/notice.repository.js';
export { StartAnswers } from './start/start-answers.service.js';
export { StartAsking, type StartChoices } from './start/start-asking.service.js';
export { StartLine, StartList, StartRequest, StartRequestInApp } from './start/start.dto.js';
export { type StartRequestEntity } from './start/start.entity.js';
export { type AnnouncedStart } from './start/start.repository.js';
export { START_HOURS, START_PROGRAMMES, programmeOf, startVerdict, type StartHours, type StartProgramme, type StartState } from './start/start.rules.js';
export { Starts } from './start/starts.service.js';
export { Venues } from './venue/venues.service.js';
export { type RefugePlace } from './venue/venue.repository.js';
export { VISIBILITIES, isByInvitation, partsOf, type Visibility } from './invitation/invited-address.rules.js';
export { EventInvitations } from './invitation/event-invitations.service.js';
export { EventCircles } from './invitation/event-circles.service.js';
export { EventAddresses } from './invitation/event-addresses.js';
export { CoHosts } from './co-host/co-hosts.service.js';
export { CoHostings, type CoHostTold } from './co-host/co-hostings.service.js';
export { StallApplications, type EventWithStalls, type ShownStalls } from './stall/stall-applications.service.js';
export { StallCallRequest, StallLine, StallList, StallRequest } from './stall/stall.dto.js';
export { type StallEntity } from './stall/stall.entity.js';
export { APPLIANCES, FOOD_BY, STALL_KINDS, STALL_STATES, extinguishersOf, type Appliances, type StallKind, type StallState } from './stall/stall.rules.js';
export { StallTickets } from './stall/stall-tickets.service.js';
export { Stalls } from './stall/stalls.service.js';
export { ContestResults, type Certificate, type EntryNumbers, type ShownResults } from './contest/contest-results.service.js';
export { type OwnResult } from './contest/contest.rules.js';
export { ContestDetail, ContestRequest } from './contest/contest.dto.js';
export { Contests } from './contest/contests.service.js';
export { Judging, type JudgingDesk } from './contest/judging.service.js';
