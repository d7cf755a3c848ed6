import { Injectable } from '@nestjs/common';
import { partsOf } from '@yoriai/events';
import type { ClaimedDelivery, Letter, LetterFile } from '@yoriai/notifications';
import { Clock, Config, type Tx } from '@yoriai/platform';
import { translator, wardNameIn, withoutReadings, type Lang, type TextKey, type TextParams, type Translate } from '@yoriai/ui';
import { CalendarFiles, type CalendarEntry } from './calendar.js';
import type { ApplicationFacts, AssignmentFacts, EventFacts } from './facts.js';
import { Links } from './links.js';
import { asHtml, asText, colonOf, type Paper } from './paper.js';
import { whereOf } from './words.js';

/** Every kind of letter of the process. */
export const ALL_LETTERS = Symbol('every letter');

/** Writes the letters of one template; an id that is missing from the answer is no longer wanted. */
export type Renderer = (tx: Tx, deliveries: readonly ClaimedDelivery[]) => Promise<ReadonlyMap<string, Letter>>;

/** A letter before it has its head and foot. */
export interface Draught extends Omit<Paper, 'foot' | 'lang'> {
  subject: string;
  files?: LetterFile[];
  /** Said in the foot: nothing happens when it is thrown away. */
  notYou?: boolean;
  unsubscribeUrl?: string;
}

/** Where letters are written: one place for each language. */
@Injectable()
export class Desk {
  private readonly places = new Map<Lang, WritingPlace>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    readonly links: Links,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Where letters in this language are written. */
  in(lang: Lang): WritingPlace {
    const known = this.places.get(lang) ?? new WritingPlace(remembering(translator(lang)), this.config, this.clock, this.links);
    this.places.set(lang, known);
    return known;
  }
}

/** What every letter of a language shares: its words, head and foot, calendar entries. */
export class WritingPlace {
  private readonly files = new CalendarFiles();

  constructor(
    readonly t: Translate,
    private readonly config: Config,
    private readonly clock: Clock,
    readonly links: Links,
  ) {}

  /** 西区, Nishi Ward. */
  get wardName(): string {
    return wardNameIn(this.t, this.config);
  }

  /** Completes a letter: sender's name, foot, both forms. */
  letter({ subject, files, notYou, unsubscribeUrl, ...body }: Draught): Letter {
    const { t } = this;
    const ward = this.wardName;
    const foot = [
      ...(notYou ? [t('mail.foot.not-you')] : []),
      t('mail.foot.automatic'),
      t('mail.foot.phone', { ward, phone: this.config.officePhone }),
      t('mail.foot.product', { ward }),
      this.config.publicUrl,
    ];
    const optOut = unsubscribeUrl === undefined ? undefined : { label: t('mail.foot.opt-out'), url: unsubscribeUrl };
    const paper: Paper = { ...body, lang: t.lang, foot, optOut };
    return {
      fromName: withoutReadings(t('mail.from', { ward })),
      subject: withoutReadings(subject),
      text: asText(paper),
      html: asHtml(paper),
      ...(files ? { files } : {}),
      ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
    };
  }

  /** The calendar file for these things, or none where no start is known. */
  calendar(applications: readonly ApplicationFacts[], assignments: readonly AssignmentFacts[], how: 'publish' | 'cancelled'): LetterFile[] {
    const entries = [...applications.flatMap((one) => this.applicationEntry(one)), ...assignments.map((one) => this.assignmentEntry(one))];
    // What is cancelled names the page without the token of an invitation: it may have been made anew since.
    const told = how === 'publish' ? entries : entries.map((entry) => ({ ...entry, url: partsOf(entry.url).slug }));
    return entries.length === 0 ? [] : [this.files.file(withoutReadings(this.t('mail.calendar-name')), told, how)];
  }

  private applicationEntry({ id, number, event }: ApplicationFacts): CalendarEntry[] {
    if (!event.startsAt) return [];
    const description = this.line('mail.label.number', number);
    return [{ ...this.entry(event), id, title: withoutReadings(event.title), place: withoutReadings(whereOf(this.t, event)), description, startsAt: event.startsAt, endsAt: event.endsAt }];
  }

  private assignmentEntry({ id, duty, place, startsAt, endsAt, event }: AssignmentFacts): CalendarEntry {
    const description = this.line('mail.label.duty', duty);
    return { ...this.entry(event), id, title: withoutReadings(`${duty}${this.colon}${event.title}`), place: withoutReadings([whereOf(this.t, event), place].filter(Boolean).join(' ')), description, startsAt, endsAt };
  }

  /** A calendar shows letters only, so readings stay out of it. */
  private line(label: TextKey, value: string): string {
    return withoutReadings(`${this.t(label)}${this.colon}${value}`);
  }

  private get colon(): string {
    return colonOf(this.t.lang);
  }

  private entry(event: EventFacts): Pick<CalendarEntry, 'host' | 'sequence' | 'url' | 'stamp'> {
    return { host: this.links.host, sequence: event.revision, url: this.links.event(event.slug), stamp: this.clock.now() };
  }
}

/** A translator that looks a text without values up once: a slice asks for the same labels two hundred times. */
function remembering(t: Translate): Translate {
  const known = new Map<TextKey, string>();
  const say = (key: TextKey, params?: TextParams): string => {
    if (params) return t(key, params);
    const text = known.get(key) ?? t(key);
    known.set(key, text);
    return text;
  };
  return Object.assign(say, { lang: t.lang, has: t.has });
}

/** The ids in a delivery's params under `name`; the params are ours, so anything else is a bug. */
export function idsOf({ id, params }: ClaimedDelivery, name: string): string[] {
  const value = params[name];
  const ids = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(ids) || !ids.every((one) => typeof one === 'string')) throw new Error(`Delivery ${id} has no ${name}`);
  return ids;
}

/** Writes one letter after the other; `write` answers null for a letter that nobody wants any more. */
export function lettersOf(deliveries: readonly ClaimedDelivery[], write: (delivery: ClaimedDelivery) => Letter | null): ReadonlyMap<string, Letter> {
  return new Map(
    deliveries.flatMap((delivery) => {
      const letter = write(delivery);
      return letter ? [[delivery.id, letter] as const] : [];
    }),
  );
}
