import { stringify } from 'csv-stringify/sync';
import { plainCell } from '@yoriai/platform';
import { ageWords, answerLines, consentWords, spokenNumber, type Translate } from '@yoriai/ui';
import type { ParticipantList } from './list-reader.js';

/** 参加者名簿 as a table for a spreadsheet, in the order of the paper; no cell is a formula when it is opened (ASVS 5.0 1.2.10). */
export function participantListCsv(t: Translate, list: ParticipantList): string {
  return list.closedCourse ? numbersAlone(t, list) : withNames(t, list);
}

/** Of a closed course: by number, where they sit and whether pictures may be shown; no name, contact or answer of anybody. */
function numbersAlone(t: Translate, { people }: ParticipantList): string {
  const heads = [t('print.sheet.number'), t('print.sheet.heads'), t('print.people.seat'), t('asks.photos.short')];
  return table([heads, ...people.map((person) => [spokenNumber(person.number), String(person.heads), seatOf(t, person), photosOf(t, person)])]);
}

function withNames(t: Translate, { people }: ParticipantList): string {
  const heads = [t('print.sheet.number'), t('site.apply.kana'), t('print.sheet.name'), t('print.sheet.heads'), t('site.apply.companions'), t('asks.group'), t('print.people.seat'), t('print.people.contact'), t('site.apply.asks'), t('consent.title'), t('asks.photos.short')];
  const rows = people.map((person) => [
    spokenNumber(person.number),
    person.kana,
    person.age === null ? person.name : `${person.name}（${ageWords(t, person.age)}）`,
    String(person.heads),
    person.companions.map(({ name, kana, age }) => `${name}（${[kana, ...(age === null ? [] : [ageWords(t, age)])].join('、')}）`).join(' '),
    person.groupName ?? '',
    seatOf(t, person),
    [person.phone, person.email].filter((each) => each !== null).join(' '),
    answerLines(t, person.said).join(' / '),
    person.guardian === null ? '' : consentWords(t, person.guardian),
    photosOf(t, person),
  ]);
  return table([heads, ...rows]);
}

function seatOf(t: Translate, { frameName, waitlistPosition }: ParticipantList['people'][number]): string {
  return waitlistPosition === null ? frameName : `${frameName}（${t('site.ticket.state.waitlisted', { position: waitlistPosition })}）`;
}

function photosOf(t: Translate, { photos }: ParticipantList['people'][number]): string {
  return photos === null ? '' : t(`asks.photos.told.${photos}`);
}

function table(rows: readonly string[][]): string {
  return stringify(rows.map((row) => row.map((cell) => plainCell(cell.replace(/\s+/g, ' ')))), { bom: true, record_delimiter: 'windows' });
}
