import { Module } from '@nestjs/common';
import { AssociationsModule } from '@yoriai/associations';
import { AttendanceModule } from '@yoriai/attendance';
import { EventsModule } from '@yoriai/events';
import { IdentityModule } from '@yoriai/identity';
import { NotificationsModule } from '@yoriai/notifications';
import { ReportingModule } from '@yoriai/reporting';
import { RostersModule } from '@yoriai/rosters';
import { Guesses } from '../http/guesses.js';
import { CallSheets } from '../call-sheets.js';
import { ListReader } from '../print/list-reader.js';
import { Papers } from '../print/papers.js';
import { PdfPrinter } from '../print/pdf-printer.js';
import { AssociationSheetPage } from '../print/association-sheet.page.js';
import { PrintPage } from '../print/print.page.js';
import { CompletionListPage } from '../print/completion-list.page.js';
import { DutyRosterPage } from '../print/duty-roster.page.js';
import { ListExportPage } from '../print/list-export.page.js';
import { ContestPapersPage } from '../print/contest-papers.page.js';
import { ReportPage } from '../print/report.page.js';
import { StallListPage } from '../print/stall-list.page.js';
import { AssociationPage } from './associations/association.page.js';
import { AssociationReader } from './associations/association-reader.js';
import { AboutPage } from './about/about.page.js';
import { DisplayPage } from './about/display.page.js';
import { GalleryPage } from './about/gallery.page.js';
import { ApplyPage } from './applications/apply.page.js';
import { Done } from './applications/done.js';
import { Known } from './applications/known.js';
import { DrawPage } from './draws/draw.page.js';
import { SiteErrors } from './error/site-errors.js';
import { WayBackPage } from './error/way-back.page.js';
import { InitiativesPage } from './events/initiatives.page.js';
import { AreasPage } from './events/areas.page.js';
import { CircleDoor } from './events/circle-door.js';
import { EventReader } from './events/event-reader.js';
import { EventsPage } from './events/events.page.js';
import { FeedsPage } from './events/feeds.page.js';
import { HomePage } from './events/home.page.js';
import { DutyPage } from './me/duty.page.js';
import { MePage } from './me/me.page.js';
import { OwnAccount } from './me/own-account.js';
import { MeReader } from './me/me-reader.js';
import { HostNames } from './page/host-names.js';
import { PasskeysPage } from './passkeys/passkeys.page.js';
import { Notes } from './page/notes.js';
import { PageCache } from './page/page-cache.js';
import { Pages } from './page/pages.js';
import { SameTime } from './page/same-time.js';
import { Submissions } from './page/submissions.js';
import { EntryNamesPage } from './contest/entry-names.page.js';
import { JudgingPage } from './contest/judging.page.js';
import { StallTicketPage } from './stalls/stall-ticket.page.js';
import { StallsPage } from './stalls/stalls.page.js';
import { MembershipPage } from './membership/membership.page.js';
import { StartsPage } from './starts/starts.page.js';
import { PhotosPage } from './ticket/photos.page.js';
import { BesideEvent } from './events/beside-event.js';
import { HandoutsPage } from './events/handouts.page.js';
import { PicturesPage } from './events/pictures.page.js';
import { ShortLinkPage } from './short-links/short-link.page.js';
import { CodePage } from './sign-in/code.page.js';
import { InvitationPage } from './sign-in/invitation.page.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SignOutPage } from './sign-in/sign-out.page.js';
import { SigningIn } from './sign-in/signing-in.js';
import { CheckInPage } from './ticket/check-in.page.js';
import { GuardianPage } from './ticket/guardian.page.js';
import { AmendPage } from './ticket/amend.page.js';
import { EmailPage } from './ticket/email.page.js';
import { AnswersPage } from './ticket/answers.page.js';
import { LostTicketPage } from './ticket/lost-ticket.page.js';
import { TicketPage } from './ticket/ticket.page.js';
import { AskedDutyPage } from './still-coming/asked-duty.page.js';
import { ConsentPage } from './consent/consent.page.js';
import { StillComingPage } from './still-coming/still-coming.page.js';
import { TicketStory } from './still-coming/ticket-story.js';
import { DutyReader } from './volunteer/duty-reader.js';
import { HandoverPage } from '../print/handover.page.js';
import { CertificatePage } from '../print/certificate.page.js';
import { HistoryPage } from './me/history.page.js';
import { VenueCodePage } from '../print/venue-code.page.js';
import { BoardPage } from './board/board.page.js';
import { VenuePage } from './venue/venue.page.js';
import { OptOutPage } from './notifications/opt-out.page.js';
import { VolunteerPage } from './volunteer/volunteer.page.js';

/** The Site and the papers: server-rendered pages over the same services as the JSON API. */
@Module({
  imports: [IdentityModule, AssociationsModule, EventsModule, RostersModule, AttendanceModule, NotificationsModule, ReportingModule],
  controllers: [
    HomePage, EventsPage,
    FeedsPage, InitiativesPage,
    AreasPage,
    AssociationPage,
    ShortLinkPage,
    ApplyPage,
    DrawPage,
    StallsPage,
    StallTicketPage,
    MembershipPage,
    StartsPage,
    JudgingPage,
    EntryNamesPage,
    TicketPage,
    StillComingPage,
    ConsentPage,
    AskedDutyPage,
    AmendPage,
    EmailPage,
    AnswersPage,
    GuardianPage,
    CheckInPage,
    LostTicketPage,
    VenuePage,
    BoardPage,
    VolunteerPage,
    OptOutPage,
    MePage, PasskeysPage,
    DutyPage, HistoryPage,
    SignInPage,
    CodePage,
    SignOutPage,
    InvitationPage,
    AboutPage, DisplayPage,
    PrintPage,
    AssociationSheetPage,
    HandoverPage,
    CompletionListPage, DutyRosterPage,
    ListExportPage,
    StallListPage,
    ReportPage,
    VenueCodePage, CertificatePage,
    HandoutsPage,
    PicturesPage,
    PhotosPage,
    ContestPapersPage,
    GalleryPage,
    WayBackPage,
  ],
  providers: [TicketStory, PageCache, Guesses, HostNames, Pages, Submissions, Notes, CircleDoor, SiteErrors, BesideEvent, EventReader, AssociationReader, DutyReader, OwnAccount, MeReader, SigningIn, SameTime, Known, Done, CallSheets, ListReader, Papers, PdfPrinter],
  exports: [Guesses, SiteErrors],
})
export class SiteModule {}
