import { AmendRequest, type TicketAnswer } from '@yoriai/events';
import { parseForm, type FieldError } from '@yoriai/platform';
import { dateIn } from '../applications/born.js';
import { companionBox } from '../applications/companions.js';
import type { FormState } from '../page/form.js';

/** Boxes for those who come along: of each who does, and of as many as could be added. */
export const companionBoxCount = ({ companions, amend }: TicketAnswer): number => Math.max(companions.length, (amend?.most ?? 1) - 1);

/** A form as read: what was typed, what it means, what can't be taken. */
export interface ReadAmendment extends FormState {
  value: AmendRequest;
}

/** Reads the form with the class that also reads the JSON body; whoever is marked as not coming, and boxes left empty, are nobody. Who stands as they were is not said, and what the form was like is (`read`): where somebody changed the application since, nothing of it becomes another. */
export async function readAmendment(form: Readonly<Record<string, string>>, ticket: TicketAnswer): Promise<ReadAmendment> {
  const ages = ticket.asks.ages !== null;
  const boxes = ticket.amend?.companions === 'names' ? companionsIn(form, ticket, ages) : null;
  const group = ticket.amend?.group === true && !stands(form, ticket, boxes);
  const rows = (group && boxes) || [];
  const names = group && boxes !== null;
  const heads = names ? String(rows.length + 1) : group ? (form['heads'] ?? '') : '';
  const plain = { heads, phone: (form['phone'] ?? '').trim(), email: (form['email'] ?? '').trim(), adults: form['adults'] ?? '' };
  const read = await parseForm(AmendRequest, { ...plain, read: form['read'] ?? '', ...(names && { companions: rows.map(({ box: _box, ...each }) => each) }) });
  const at = (error: FieldError): FieldError => ({ ...error, field: error.field.replace(/^companions\.(\d+)/, (_, index: string) => `companions.${rows[Number(index)]?.box ?? index}`) });
  return { values: { ...form, ...plain, heads: form['heads'] ?? heads }, value: read.value, errors: read.errors.map(at) };
}

const stands = (form: Readonly<Record<string, string>>, { heads, companions }: TicketAnswer, boxes: readonly Row[] | null): boolean =>
  boxes === null ? form['heads'] === String(heads) : boxes.length === companions.length && boxes.every(({ at, name, kana, born }, index) => at === String(index) && born === undefined && name.trim() === companions[index]!.name.trim() && kana.trim() === companions[index]!.kana.trim());

/** After somebody else changed it: those who come along as they stand now, how many where that was not typed, and everything else as it was typed. */
export function anewFrom(values: Readonly<Record<string, string>>, ticket: TicketAnswer): Record<string, string> {
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('companions.')));
  return { ...others, ...standingValues(ticket), ...(values['heads'] !== values['was'] && { heads: values['heads'] ?? '' }) };
}

/** A refusal names the companions as they were sent; the form has other boxes between them. */
export function boxOf(form: Readonly<Record<string, string>>, ticket: TicketAnswer, field: string): string {
  const rows = companionsIn(form, ticket, ticket.asks.ages !== null);
  if (field === 'companions') return companionBox(0, 'name');
  return field.replace(/^companions\.(\d+)(\.\w+)?$/, (_, index: string, part: string | undefined) => `companions.${rows[Number(index)]?.box ?? index}${part ?? '.name'}`);
}

interface Row {
  box: number;
  at?: string;
  name: string;
  kana: string;
  born?: string;
}

function companionsIn(form: Readonly<Record<string, string>>, ticket: TicketAnswer, ages: boolean): Row[] {
  return Array.from({ length: companionBoxCount(ticket) }, (_, index) => index).flatMap((box): Row[] => {
    const [name, kana] = [form[companionBox(box, 'name')] ?? '', form[companionBox(box, 'kana')] ?? ''];
    const born = ages ? dateIn(form, companionBox(box, 'born')) : undefined;
    if (form[companionBox(box, 'gone')] !== undefined || (name.trim() === '' && kana.trim() === '')) return [];
    return [{ box, ...(box < ticket.companions.length && { at: String(box) }), name, kana, ...(born !== undefined && { born }) }];
  });
}

/** What stands in the boxes before anything is typed: names as they are, and no birth date, which nobody is shown. */
export function standingValues({ heads, companions, amend }: TicketAnswer): Record<string, string> {
  return { read: amend?.read ?? '', was: String(heads), heads: String(heads), ...Object.fromEntries(companions.flatMap(({ name, kana }, index) => [[companionBox(index, 'name'), name], [companionBox(index, 'kana'), kana]])) };
}

