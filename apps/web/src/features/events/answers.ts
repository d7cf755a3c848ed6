import { agesWords, needName, dateAndRange, dateTime, dateWithYear, longDate, repeatsWords, timeRange, type TextKey, shortDate } from '@yoriai/ui';
import { t } from '../../i18n.js';
import { jstOf } from '../../app/jst.js';
import { adultsWhenFull } from './adults.js';
import type { EventContent, PlannedFrame } from './content.js';
import { comesWithTheDay } from './missing.js';
import { codeItself, type NameOf } from './initiatives.js';
import type { QuestionStep } from './steps.js';

/** One answer in words. */
export interface AnswerRow {
  /** Stays the same through every edit, so that two versions can be laid side by side. */
  readonly id: string;
  readonly step: QuestionStep;
  readonly term: string;
  /** Lines as typed; empty when nothing was said. */
  readonly value: string;
}

const row = (step: QuestionStep, id: string, term: TextKey, value: string | null): AnswerRow => ({ id, step, term: t(term), value: value ?? '' });

/** Everything written about an event, in the order of the form; initiatives as `nameOf` calls them. */
export function answersOf(content: EventContent, nameOf: NameOf = codeItself): AnswerRow[] {
  return [
    row('what', 'title', 'events.label.title', content.title),
    row('what', 'kana', 'events.label.kana', content.kana),
    row('what', 'summary', 'events.label.summary', content.summary),
    row('what', 'description', 'events.label.description', content.description),
    ...(['titleEasy', 'descriptionEasy', 'titleEn', 'descriptionEn'] as const).flatMap((field) => (content[field] ? [row('what', field, `app.field.${field}`, content[field])] : [])),
    row('what', 'field', 'events.label.field', content.field === null ? null : t(`ui.field.${content.field}`)),
    row('what', 'category', 'events.label.category', content.category === null ? null : t(`events.category.${content.category}`)),
    ...(content.initiative ? [row('what', 'initiative', 'events.label.initiative.short', nameOf(content.initiative))] : []),
    row('what', 'programme', 'programme.label', programmeIn(content)),
    row('when', 'startsAt', 'app.field.when', whenIn(content)),
    row('when', 'repeats', 'series.label', repeatsIn(content)),
    row('where', 'venues', 'events.label.venues', content.venues?.join('、') ?? null),
    row('where', 'placeName', 'events.label.placeName', content.placeName),
    row('where', 'placeAddress', 'events.label.placeAddress', content.placeAddress),
    row('where', 'accessText', 'events.label.accessText', content.accessText),
    ...(content.attendanceMode ? [row('where', 'attendanceMode', 'app.field.attendanceMode', t(`app.field.attendanceMode.${content.attendanceMode}`))] : []),
    row('who', 'visibility', 'events.label.visibility', t(`events.visibility.${content.visibility ?? 'everybody'}`)),
    row('who', 'audience', 'events.label.audience', content.audience === null ? null : t(`events.audience.${content.audience}`)),
    row('who', 'audienceText', 'events.label.audienceText', content.audienceText),
    row('who', 'feeText', 'events.label.feeText', content.feeText),
    row('who', 'bringText', 'events.label.bringText', content.bringText),
    row('who', 'careText', 'events.label.careText', content.careText),
    row('who', 'videoUrl', 'events.label.videoUrl', content.videoUrl),
    row('who', 'videoCaptions', 'events.label.videoCaptions', yesNo(content.videoCaptions)),
    ...framesIn(content),
    ...(content.totalPlaces ? [row('places', 'totalPlaces', 'events.label.totalPlaces', t('app.total.words', { count: content.totalPlaces }))] : []),
    row('rain', 'rainPolicy', 'events.label.rainPolicy', rainIn(content)),
    ...(content.rainDecider || content.rainDecisionAt ? [row('rain', 'rainDecider', 'weather.label.rainDecider', content.rainDecider ?? null)] : []),
    ...(content.rainPolicy === 'postponed' || content.rainDate ? [row('rain', 'rainDate', 'weather.label.rainDate', rainDateIn(content))] : []),
    row('rain', 'heatLimit', 'weather.label.heatLimit', content.heatLimit ? t(`weather.limit.${content.heatLimit}`) : null),
    row('safety', 'food', 'events.label.food', yesNo(content.food)),
    row('safety', 'fire', 'events.label.fire', yesNo(content.fire)),
    row('safety', 'uses', 'events.label.uses', usesIn(content)),
    ...(content.insurance ? [row('safety', 'insurance', 'app.field.insurance', content.insurance)] : []),
    ...(typeof content.budget === 'number' ? [row('safety', 'budget', 'app.field.budget', t('app.field.budget.yen', { yen: content.budget.toLocaleString('ja-JP') }))] : []),
    ...dutiesIn(content),
    ...(content.materials ? [row('duties', 'materials', 'events.label.materials', content.materials)] : []),
    ...adultsIn(content),
    row('contact', 'contactName', 'events.label.contactName', content.contactName),
    row('contact', 'contactPhone', 'events.label.contactPhone', content.contactPhone),
    row('contact', 'contactHours', 'events.label.contactHours', content.contactHours),
  ];
}

const lines = (...each: string[]): string => each.filter((line) => line !== '').join('\n');

const yesNo = (value: boolean | null): string | null => (value === null ? null : t(value ? 'app.yes' : 'app.no'));

/** A line an item, in the running order. */
function programmeIn({ programme, startsAt, endsAt }: EventContent): string {
  const many = startsAt !== null && endsAt !== null && jstOf(startsAt).date !== jstOf(endsAt).date;
  const words = (programme ?? []).map(({ day, start, end, title, place, performer, note }) =>
    [many ? t('programme.day.nth', { n: day + 1 }) : '', start === null ? t('programme.all-day') : [start, end].filter(Boolean).join('–'), title, place, performer, note].filter(Boolean).join('　'),
  );
  return lines(...words);
}

function usesIn({ uses }: EventContent): string | null {
  if (uses === null) return null;
  return uses.length === 0 ? t('events.use.none') : uses.map((use) => t(`events.use.${use}`)).join('\n');
}

function whenIn({ startsAt, endsAt }: EventContent): string | null {
  if (startsAt === null) return null;
  return `${longDate(t, startsAt)}\n${timeRange(t, startsAt, endsAt)}`;
}

/** 毎週火曜日…、3月31日まで; nothing of what takes place once is said twice. */
function repeatsIn({ repeats }: EventContent): string {
  return repeats ? lines(repeatsWords(t, repeats), t('series.until', { day: dateWithYear(t, repeats.until) })) : t('series.once');
}

function rainIn({ rainPolicy, rainDecisionAt }: EventContent): string {
  const policy = rainPolicy === null ? '' : t(`events.rain.${rainPolicy}`);
  return lines(policy, rainDecisionAt === null ? '' : t('app.rain.decided', { when: dateTime(t, rainDecisionAt) }));
}

function rainDateIn({ rainDate }: EventContent): string {
  return rainDate ? lines(dateAndRange(t, rainDate.startsAt, rainDate.endsAt), rainDate.placeName ?? '') : '';
}

function framesIn({ frames }: EventContent): AnswerRow[] {
  if (frames.length === 0) return [row('places', 'frames', 'events.label.frames', null)];
  return frames.map((frame) => ({
    id: `frame ${frame.id}`,
    step: 'places',
    term: t('app.field.frame', { name: frame.name }),
    value: frameWords(frame),
  }));
}

/** 先着120人　1件4人まで　締切 …; what an open frame does not limit is not said of it. */
export function frameWords(frame: PlannedFrame): string {
  const { kind, method, capacity, opensAt, closesAt, answersBy, perApplicationMax: max, companions, queue, outsideTotal, asks } = frame;
  const open = method === 'open';
  const places = open ? t('app.frame.open') : capacity === null ? t('app.frame.no-capacity') : t(method === 'lottery' || method === 'chosen' ? `app.frame.capacity-${method}` : 'app.frame.capacity', { capacity });
  const most = open && max === 1 ? '' : `　${t('app.frame.max', { max })}`;
  const closes = closesAt === null ? (open ? '' : t('app.frame.closes-at-start')) : t('app.frame.closes', { when: dateTime(t, closesAt) });
  return lines(
    kind === 'participant' ? '' : t(`events.frame.kind.${kind}`),
    `${places}${most}`,
    open && capacity !== null ? t('app.frame.capacity', { capacity }) : '',
    opensAt === null ? '' : t('app.frame.opens', { when: dateTime(t, opensAt) }),
    closes,
    !open && answersBy !== null ? t('app.frame.answers-by', { day: shortDate(t, answersBy) }) : '',
    !open && asks.ages !== null ? t('asks.ages', { ages: agesWords(t, asks.ages) }) : '',
    !open && asks.ages !== null ? t('app.frame.asks-born') : '',
    !open && asks.perAdult !== null ? t('app.frame.per-adult.words', { count: asks.perAdult }) : '',
    !open && asks.guardian ? t('app.frame.guardian') : '',
    !open && asks.photos ? t('app.frame.photos') : '',
    !open && asks.fixed ? t('app.frame.fixed.words') : '',
    !open && asks.needs.length > 0 ? t('app.frame.asks-needs', { needs: asks.needs.map((need) => needName(t, need)).join('・') }) : '',
    ...(open ? [] : asks.questions.map(questionWords)),
    !open && companions === 'names' ? t('app.frame.companions.names') : '',
    !open && queue === 'who-fits' ? t('app.frame.queue.who-fits') : '',
    !open && outsideTotal ? t('app.frame.outside') : '',
  );
}

/** 質問：たこの形（えらぶ：四角／ひし形、必須） */
function questionWords({ kind, label, required, choices }: PlannedFrame['asks']['questions'][number]): string {
  const kindWords = [t(`app.frame.question.kind.${kind}`), choices.join('／')].filter(Boolean).join('：');
  return t('app.frame.asks-question', { label, how: [kindWords, ...(required ? [t('ui.form.required')] : [])].join('、') });
}

/** Whether the planned duties suffice for the adults that are stated; only where they are. It warns, and keeps nobody from deciding. */
function adultsIn({ frames, duties }: EventContent): AnswerRow[] {
  const needed = adultsWhenFull(frames);
  if (needed === null) return [];
  const planned = duties.reduce((sum, { people }) => sum + people, 0);
  return [row('duties', 'adults', 'app.adults', t(planned < needed ? 'app.adults.short' : 'app.adults.enough', { needed, planned }))];
}

function dutiesIn({ duties, startsAt, endsAt }: EventContent): AnswerRow[] {
  if (duties.length === 0) return [row('duties', 'duties', 'events.label.duties', null)];
  const day = startsAt === null ? undefined : jstOf(startsAt).date;
  return duties.map((duty) => {
    const hours =
      duty.startsAt === null
        ? t(comesWithTheDay({ startsAt, endsAt }, duty) ? 'app.duty.hours-with-day' : 'app.duty.no-time')
        : jstOf(duty.startsAt).date === day
          ? timeRange(t, duty.startsAt, duty.endsAt)
          : dateAndRange(t, duty.startsAt, duty.endsAt);
    const rest = [duty.place, duty.note].filter((each) => each !== null && each !== '').join('　');
    return {
      id: `duty ${duty.key}`,
      step: 'duties' as const,
      term: t('app.field.duty', { name: duty.duty }),
      value: `${t('app.duty.people', { count: duty.people })}　${hours}${rest === '' ? '' : `\n${rest}`}`,
    };
  });
}
