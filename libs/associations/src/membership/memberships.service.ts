import { Injectable } from '@nestjs/common';
import { AccessLog, People, type LoggedAction } from '@yoriai/identity';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import type { Actor } from '../actor/actor.js';
import { Organisations } from '../organisation/organisation.service.js';
import type { MembershipLine, MembershipList, MembershipTaskList } from './membership.dto.js';
import { MembershipRepository, type MembershipRow } from './membership.repository.js';
import { membershipVerdict } from './membership.rules.js';

const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** 加入の相談 in the App, for those alone who lead the association that was asked: the ward office has nothing to do with who joins. */
@Injectable()
export class Memberships {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly requests: MembershipRepository,
  ) {}

  /** Those of the associations that the actor leads; reading contacts is logged with how many. */
  list(actor: Actor): Promise<MembershipList> {
    return this.db.transaction((tx) => this.listed(tx, actor, { action: 'memberships.contacts-read', subject: 'memberships:open' }));
  }

  /** What waits for the actor, without names: nothing for the access log. */
  waiting(actor: Actor): Promise<MembershipTaskList> {
    return this.db.read(async (tx) => {
      const found = await this.requests.waitingOf(tx, ledBy(actor));
      return { items: found.map(({ createdAt, ...each }) => ({ ...each, createdAt: createdAt.toISOString() })) };
    });
  }

  /** Somebody got in touch. Refuses `membership.not-found` (404) to others, `membership.is-…`, `membership.forgotten` (409). */
  contacted(actor: Actor, id: string): Promise<MembershipList> {
    return this.db.transaction(async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request || !actor.leads(request.organisationId)) return refuse('membership.not-found', { status: 404 });
      const verdict = membershipVerdict(request, 'contacted');
      if (verdict !== true) return refuse(verdict);
      await this.requests.move(tx, id, { state: 'contacted', contactedBy: actor.personId, at: this.clock.now() });
      return this.listed(tx, actor, { action: 'membership.contacted', subject: `membership:${id}` });
    });
  }

  private async listed(tx: Tx, actor: Actor, done: { action: LoggedAction; subject: string }): Promise<MembershipList> {
    const found = await this.requests.ofOrganisations(tx, ledBy(actor), new Date(this.clock.now().getTime() - A_YEAR));
    const names = await this.organisations.byIds(tx, found.map(({ organisationId }) => organisationId));
    const people = await this.people.summaries(tx, found.flatMap(({ contactedBy }) => (contactedBy === null ? [] : [contactedBy])));
    const items = found.map((each) => toLine(each, names.get(each.organisationId)?.name ?? '', (each.contactedBy && people.get(each.contactedBy)?.name) || null));
    const rowCount = items.filter(({ contact }) => contact !== null).length;
    if (rowCount > 0 || done.action !== 'memberships.contacts-read') await this.log.add(tx, { actorPersonId: actor.personId, ...done, rowCount });
    return { items };
  }
}

/** The organisations that somebody leads. */
function ledBy(actor: Actor): string[] {
  return [...new Set(actor.grants.map(({ organisationId }) => organisationId).filter((id) => actor.leads(id)))];
}

function toLine(request: MembershipRow, organisationName: string, contactedBy: string | null): MembershipLine {
  const { id, contactName, contactPhone, contactEmail, note, state, createdAt } = request;
  const contact = contactName === null ? null : { name: contactName, phone: contactPhone, email: contactEmail };
  return { id, organisationName, contact, note, state, contactedBy, createdAt: createdAt.toISOString(), canContact: membershipVerdict(request, 'contacted') };
}
