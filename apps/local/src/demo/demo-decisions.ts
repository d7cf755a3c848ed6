import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { CoHostings, CoHosts, EventApprovals, EventChecklist, EventEvidence, type ConditionDraft, type EventDetail } from '@yoriai/events';
import { Refusal, addDays, type DateOnly } from '@yoriai/platform';
import type { DemoEvent } from './demo-event.js';
import type { Players } from './players.js';

/** What the demo ward's offices stamp: the smallest PDF. */
const STAMPED = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

/** How far a procedure has come that is not settled: not begun, said to be done, or a condition of the approval. */
export type DemoProcedure = 'open' | 'reported' | 'condition' | 'waived';

/** What the ward office says to what was handed in, and what has to be done besides. */
@Injectable()
export class DemoDecisions {
  constructor(
    private readonly approvals: EventApprovals,
    private readonly checklist: EventChecklist,
    private readonly evidence: EventEvidence,
    private readonly coHosts: CoHosts,
    private readonly coHostings: CoHostings,
  ) {}

  /** Another association is asked to hold it together, and says yes. */
  async holdTogether(id: string, { host, organisationId, leader }: { host: Actor; organisationId: string; leader: Actor }): Promise<void> {
    const { items } = await this.coHosts.invite(host, id, { organisationId, words: 'いっしょに主催していただけませんか。' });
    await this.coHostings.answer(leader, items.at(-1)!.id, 'accepted', 'よろこんで。');
  }

  /** Hands it in, with its procedures as far as the event says. */
  async handIn(event: DemoEvent, id: string, players: Players): Promise<EventDetail> {
    const handedIn = await this.approvals.submit(players.host, id);
    await this.prepare(event, handedIn, players);
    return handedIn;
  }

  /** What is reported has a paper; what the event leaves out is done. */
  private async prepare({ procedures = {} }: DemoEvent, event: EventDetail, { host, staff }: Players): Promise<void> {
    const asked = event.checklist.filter(({ judgedBy, gate }) => judgedBy === 'ward' && gate !== 'day');
    for (const { code } of asked) {
      const how = procedures[code];
      if (how === 'reported') {
        await this.evidence.add(host, event.id, { aboutKind: 'item', aboutId: code }, () => Promise.resolve(STAMPED));
        await this.checklist.say(host, event.id, code, 'reported', '窓口に出しました。控えを持っています。');
      }
      if (how === 'waived') await this.checklist.say(staff, event.id, code, 'waived', 'ホットプレートだけを使うので、いりません。');
      if (how === undefined) await this.checklist.say(staff, event.id, code, 'confirmed', '受付印のある控えを見ました。');
    }
  }

  /** Sent back, turned down or approved, as the event says. */
  async decide(event: DemoEvent, handedIn: EventDetail, { staff, approver }: Players, today: DateOnly): Promise<void> {
    const { id, state } = handedIn;
    if (event.state === 'returned') await this.approvals.return(staff, id, { reason: event.reason ?? '', revision: 1 });
    else if (event.state === 'rejected') await this.approvals.reject(approver, id, { reason: event.reason ?? '', revision: 1 });
    else if (state !== 'approved') await this.approve(approver, id, [...conditionsOf(event, today), ...ofProcedures(event, handedIn, today)]);
  }

  /** On some days of the year two events of the table are in one park at the same time: then the ward says why that is fine. */
  private async approve(approver: Actor, id: string, conditions: ConditionDraft[]): Promise<void> {
    const approval = { revision: 1, conditions };
    await this.approvals.approve(approver, id, approval).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'event.venue-taken') throw error;
      return this.approvals.approve(approver, id, { ...approval, besideReason: '公園の中の別の場所を使います。' });
    });
  }
}

function conditionsOf({ conditions = [] }: DemoEvent, today: DateOnly): ConditionDraft[] {
  return conditions.map(([text, days, blocking]) => ({ text, dueOn: addDays(today, days), blocking }));
}

/** Procedures that the approval makes its conditions. */
function ofProcedures({ procedures = {} }: DemoEvent, { checklist }: EventDetail, today: DateOnly): ConditionDraft[] {
  const asked = checklist.filter(({ code }) => procedures[code] === 'condition');
  return asked.map(({ code, title, authority, dueOn }) => ({ item: code, text: `「${title}」をすませてください（${authority}）。`, dueOn: dueOn === null || dueOn < today ? today : dueOn, blocking: true }));
}
