import { Injectable } from '@nestjs/common';
import { Clock, Secrets, fiscalYear, jstDate, newId, type Tx } from '@yoriai/platform';
import { codeOf, eventNumber } from './event-codes.rules.js';
import type { EventEntity } from './event.entity.js';
import { EventRepository } from './event.repository.js';

/** Events with a number, an address and a code, and nothing written in them yet. */
@Injectable()
export class NewEvents {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly events: EventRepository,
  ) {}

  /** An empty event; not a row yet. */
  async blank(tx: Tx, createdBy: string, organisation: { id: string; areaId: string | null }): Promise<EventEntity> {
    const [event] = await this.blanks(tx, createdBy, organisation, 1);
    return event!;
  }

  /** Several at once. */
  async blanks(tx: Tx, createdBy: string, organisation: { id: string; areaId: string | null }, count: number): Promise<EventEntity[]> {
    const year = fiscalYear(jstDate(this.clock.now()));
    const numbers = await this.events.nextNumbers(tx, year, count);
    return numbers.map((each) => this.numbered(eventNumber(year, each), createdBy, organisation));
  }

  private numbered(number: string, createdBy: string, organisation: { id: string; areaId: string | null }): EventEntity {
    const id = newId();
    const now = this.clock.now();
    const code = codeOf(this.secrets.sign('event-code', id), 10);
    return {
      ...EMPTY,
      id,
      number,
      slug: `${number.toLowerCase()}-${code.slice(0, 4)}`,
      shortCode: code.slice(4),
      organisationId: organisation.id,
      areaId: organisation.areaId,
      createdBy,
      createdAt: now,
      updatedAt: now,
    };
  }
}

const EMPTY: Omit<EventEntity, 'id' | 'number' | 'slug' | 'shortCode' | 'organisationId' | 'areaId' | 'createdBy' | 'createdAt' | 'updatedAt'> = {
  title: null,
  kana: null,
  summary: null,
  description: null,
  field: null,
  category: null,
  initiative: null,
  placeName: null,
  placeAddress: null,
  accessText: null,
  startsAt: null,
  endsAt: null,
  rainPolicy: null,
  editors: [],
  rainDecisionAt: null,
  rainDecider: null,
  materials: null,
  titleEasy: null,
  descriptionEasy: null,
  titleEn: null,
  descriptionEn: null,
  insurance: null,
  budget: null,
  attendanceMode: null,
  namesRemovedAt: null,
  rainDate: null,
  heatLimit: null,
  audience: null,
  audienceText: null,
  feeText: null,
  bringText: null,
  careText: null,
  videoUrl: null,
  videoCaptions: null,
  contactName: null,
  contactPhone: null,
  contactHours: null,
  food: null,
  fire: null,
  uses: null,
  venues: null,
  besideReason: null,
  besideBy: null,
  visibility: null,
  invitationRound: 1,
  programme: null,
  stallFlags: [],
  totalPlaces: null,
  duties: [],
  searchText: '',
  state: 'draft',
  version: 1,
  publicRevision: null,
  publishAt: null,
  publishBy: null,
  change: null,
  changeState: null,
  changeScope: null,
  repeats: null,
  seriesId: null,
  seriesDate: null,
  overridden: [],
  headcountParticipants: null,
  headcountVolunteers: null,
  headcountWalkIns: null,
};
