import type { ReactElement } from 'react';
import { APPLYING, type Applying, type ApplyRequest } from '@yoriai/events';
import { areChildren, HERE, Around, MoreLink, RadioList, TextInput, type Translate } from '@yoriai/ui';
import type { PublicFrameFacts } from '../events/standing.js';
import { errorOf, type FormState } from '../page/form.js';
import { OfSeat } from './seat.js';

type Form = Readonly<Record<string, string>>;

/** Does the host ask for a guardian's consent? */
export const asksGuardian = (frame: Pick<PublicFrameFacts, 'asks'>): boolean => frame.asks.guardian;

/** Are those who come children, all of them? Then a name asked for is the child's. */
export const isForChildren = ({ asks: { ages } }: Pick<PublicFrameFacts, 'asks'>): boolean => ages !== null && areChildren(ages);

/** Is this one of the boxes about the guardian? */
export const isGuardianBox = (field: string): boolean => /^guardian(\.(by|name|relation|email))?$/.test(field);

/** What was typed, as the API takes it: of who applies, nothing that belongs to another answer. */
export function guardianIn(form: Form): { guardian?: NonNullable<ApplyRequest['guardian']> } {
  const by = APPLYING.find((each) => each === form['guardian.by']);
  const typed = (box: string): string => (form[`guardian.${box}`] ?? '').trim();
  const of = { guardian: { name: typed('name'), relation: typed('relation') }, child: { email: typed('email') }, adults: {} };
  return by === undefined ? {} : { guardian: { by, ...of[by] } };
}

/** Their boxes as they were sent, to be sent along or shown again. */
export const guardianValues = (form: Form): Record<string, string> => Object.fromEntries(Object.entries(form).filter(([field]) => isGuardianBox(field)));

/** What was said, a line each. */
export function guardianLines(t: Translate, { guardian }: ApplyRequest): string[] {
  if (guardian === undefined) return [];
  const of: Record<Applying, (string | null | undefined)[]> = { guardian: [guardian.name, guardian.relation], child: [guardian.email], adults: [] };
  return [t(`site.apply.guardian.by.${guardian.by}`), of[guardian.by].filter(Boolean).join('　')].filter((line) => line !== '');
}

interface GuardianProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly frames: readonly PublicFrameFacts[];
  /** Is a place kept meanwhile? None is where all are taken, or lots are drawn. */
  readonly kept: boolean;
  /** The host's, for those without mail. */
  readonly phone: string;
  /** End of the event's address. */
  readonly slug: string;
}

/** Who is applying, and the guardian's name or address: one question, and boxes for two of its answers. */
export function Guardian({ t, form, frames, kept, phone, slug }: GuardianProps): ReactElement | null {
  const asking = frames.filter(asksGuardian);
  if (asking.length === 0) return null;
  const box = (part: string) => ({ t, name: `guardian.${part}`, defaultValue: form.values[`guardian.${part}`], error: errorOf(t, form, `guardian.${part}`), need: 'silent' as const });
  // Where only children come, nobody is asked whether grown-ups come alone.
  const answers = asking.every(isForChildren) ? APPLYING.filter((each) => each !== 'adults') : APPLYING;
  return (
    <OfSeat frames={frames} of={asking}>
      <RadioList {...box('by')} need="required" label={t('site.apply.guardian')} hint={t('site.apply.guardian.hint')} choices={answers.map((value) => ({ value, label: t(`site.apply.guardian.by.${value}`) }))} />
      <fieldset className="either of-guardian">
        <legend>{t('site.apply.guardian.if-guardian')}</legend>
        <TextInput {...box('name')} autoComplete="name" label={t('consent.name')} />
        <TextInput {...box('relation')} autoComplete="off" width="short" maxLength={20} label={t('consent.relation')} hint={t('consent.relation.hint')} />
      </fieldset>
      <fieldset className="either of-child">
        <legend>{t('site.apply.guardian.if-child')}</legend>
        <TextInput {...box('email')} type="email" inputMode="email" autoComplete="off" label={t('site.apply.guardian.email')} hint={t(kept ? 'site.apply.guardian.email.hint' : 'site.apply.guardian.email.hint.not-kept')} />
        <p className="sub mt3"><Around text={t('site.apply.guardian.paper', { phone: HERE })}>
            <span className="nb">{phone}</span>
          </Around></p>
        <p>
          <MoreLink href={`/events/${slug}/guardian-consent`}>{t('site.apply.guardian.print')}</MoreLink>
        </p>
      </fieldset>
    </OfSeat>
  );
}
