import { Injectable } from '@nestjs/common';
import { People, type PersonSummary } from '@yoriai/identity';
import { Clock, Outbox, jstDate, newId, type DateOnly, type Tx } from '@yoriai/platform';
import { LEADING_ROLES, type Role } from '../actor/actor.js';
import { termState } from './officer-term.rules.js';
import { OfficerTermRepository, type OfficerTermRow } from './officer-term.repository.js';

/** An officer term with its person. */
export interface Officer {
  termId: string;
  organisationId: string;
  person: PersonSummary;
  role: Role;
  title: string;
  startsOn: DateOnly;
  endsOn: DateOnly;
  state: 'upcoming' | 'current' | 'past';
}

/** A term given without an invitation: the demo ward, or an invitation that was accepted. */
export interface Appointment {
  personId: string;
  organisationId: string;
  role: Role;
  title: string;
  startsOn: DateOnly;
  endsOn: DateOnly;
  invitationId?: string;
  appointedBy?: string | null;
}

/** Officers and their terms. Rights begin and end with a term, at midnight in Japan. */
@Injectable()
export class Officers {
  constructor(
    private readonly terms: OfficerTermRepository,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Gives a term. Refuses `officer.duplicate` when the person holds the same role there at the same time. */
  async appoint(tx: Tx, appointment: Appointment): Promise<string> {
    const { personId, organisationId, invitationId = null, appointedBy = null } = appointment;
    const id = newId();
    await this.terms.add(tx, { ...appointment, id, invitationId, appointedBy, at: this.clock.now() });
    await this.outbox.add(tx, 'associations.term-began', { termId: id, personId, organisationId });
    return id;
  }

  /** Terms of an organisation that are current or to come, in kana order. */
  async ofOrganisation(tx: Tx, organisationId: string): Promise<Officer[]> {
    return this.withPeople(tx, await this.terms.list(tx, { organisationId, endingFrom: this.today() }));
  }

  /** Terms of the whole ward that are current or to come. */
  async all(tx: Tx): Promise<Officer[]> {
    return this.withPeople(tx, await this.terms.list(tx, { endingFrom: this.today() }));
  }

  /** Who holds one of these roles today: in one organisation, or anywhere. For letters to "the leaders" or "the approvers". */
  async holders(tx: Tx, roles: readonly Role[], organisationId?: string): Promise<Officer[]> {
    return this.withPeople(tx, await this.terms.holders(tx, roles, this.today(), organisationId));
  }

  /** Whom a letter to the host of an event goes to: who leads the association (as `Actor.leads` says); of one that nobody leads, like the ward office, its staff. */
  async leadersOf(tx: Tx, organisationId: string): Promise<Officer[]> {
    const leaders = await this.holders(tx, LEADING_ROLES, organisationId);
    return leaders.length > 0 ? leaders : this.holders(tx, ['staff'], organisationId);
  }

  private today(): DateOnly {
    return jstDate(this.clock.now());
  }

  private async withPeople(tx: Tx, terms: readonly OfficerTermRow[]): Promise<Officer[]> {
    const people = await this.people.summaries(tx, terms.map((term) => term.personId));
    const today = this.today();
    const officers = terms.flatMap(({ id, personId, ...term }) => {
      const person = people.get(personId);
      return person ? [{ ...term, termId: id, person, state: termState(term, today) }] : [];
    });
    return officers.sort((a, b) => (a.person.kanaKey < b.person.kanaKey ? -1 : a.person.kanaKey > b.person.kanaKey ? 1 : 0));
  }
}
