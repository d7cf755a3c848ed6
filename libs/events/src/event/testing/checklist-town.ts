import { Checklists, type ChecklistStepKind } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../../an-event.builder.js';
import { EventsModule } from '../../events.module.js';
import { EventApprovals } from '../event-approval.service.js';
import { EventChecklist } from '../event-checklist.service.js';
import type { UpdateEventRequest } from '../event-draft.dto.js';
import { EventEvidence } from '../event-evidence.service.js';
import { EventQueries } from '../event-queries.service.js';
import type { EventDetail } from '../event.dto.js';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
/** A market in a park, with food and fire. */
export const MARKET: UpdateEventRequest = { food: true, fire: true, uses: ['park'] };

/** What the ward judges of what an event asks for, by code. */
export const asked = ({ checklist }: EventDetail): string[] => checklist.filter(({ wanted, judgedBy }) => wanted && judgedBy === 'ward').map(({ code }) => code);
export const item = (event: EventDetail, code: string) => event.checklist.find((each) => each.code === code)!;

/** What people do about the procedures of an event. */
export class ChecklistTown {
  constructor(
    readonly app: TestApp,
    readonly cast: Cast,
  ) {}

  /** With an app and its people; whoever opens it closes the app. */
  static async open(): Promise<ChecklistTown> {
    const app = await testApp({ imports: [EventsModule] });
    return new ChecklistTown(app, await aCast(app));
  }

  handedIn = (content: UpdateEventRequest): Promise<EventDetail> => anEvent(this.app, this.cast, 'submitted', content);
  draft = (content: UpdateEventRequest): Promise<EventDetail> => anEvent(this.app, this.cast, 'draft', content);
  approve = ({ id }: EventDetail, conditions: { text: string; dueOn: string; blocking: boolean; item?: string }[] = [], revision = 1): Promise<EventDetail> => this.app.get(EventApprovals).approve(this.cast.approver, id, { revision, conditions });
  say = (actor: Actor, { id }: EventDetail, code: string, kind: Exclude<ChecklistStepKind, 'withdrawn'>, words: string | null): Promise<EventDetail> => this.app.get(EventChecklist).say(actor, id, code, kind, words);
  detail = ({ id }: EventDetail, actor = this.cast.leader): Promise<EventDetail> => this.app.get(EventQueries).detail(actor, id);
  attach = (event: EventDetail, code: string, content = PDF, actor = this.cast.leader): Promise<EventDetail> => this.app.get(EventEvidence).add(actor, event.id, { aboutKind: 'item', aboutId: code }, () => Promise.resolve(content));
  keptOf = async ({ id }: EventDetail): Promise<number> => (await this.app.tx((tx) => rows(tx, 'select file.id from platform.file join approvals.evidence on evidence.file_id = file.id where subject_id = $1', [id]))).length;
  dues = async (event: EventDetail): Promise<string[][]> =>
    (await this.app.outbox()).filter(({ message, payload }) => message === 'approvals.checklist-due' && payload['subjectId'] === event.id).map(({ payload }) => payload['codes'] as string[]);
  sweep = async (at: string): Promise<void> => {
    this.app.clock.set(at);
    await this.app.get(Checklists).sweep(this.app.clock.now());
  };
}
