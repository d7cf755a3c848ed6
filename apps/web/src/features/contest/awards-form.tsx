import { putEventContestAwards, type AwardsRequest, type ContestDetail, type ContestPrize } from '@yoriai/api-client';
import { Banner, Button, TextArea, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { FormErrors } from '../../ui/form-errors.js';
import { useAct } from '../../ui/use-act.js';
import type { ContestPart } from './contest-screen.js';
import { needsWords, orderFrom, prizesFrom, prizesText, tieErrors, type TieWritten } from './reading.js';

function tiesOf({ tied, ties }: ContestDetail): TieWritten[] {
  return tied.map((numbers) => {
    const decided = ties.find((tie) => tie.numbers.length === numbers.length && numbers.every((each) => tie.numbers.includes(each)));
    return { tied: numbers, order: decided?.numbers.join(' ') ?? '', words: decided?.words ?? '' };
  });
}

const nameOf = ({ tied }: TieWritten): string => tied.join('-');

/** By field; each in words of its own. */
function errorsOf(ties: readonly TieWritten[], prizes: ContestPrize[] | null): Record<string, string> {
  const ofTies = ties.flatMap((tie) => Object.entries(tieErrors(tie)).map(([field, key]) => [`${field}-${nameOf(tie)}`, t(key)] as const));
  return { ...Object.fromEntries(ofTies), ...(prizes === null ? { prizes: t('app.contest.prizes.wrong') } : {}) };
}

/** 同点の決定 and 特別賞. */
export function AwardsForm({ eventId, detail, done }: ContestPart): ReactElement | null {
  const [ties, setTies] = useState(() => tiesOf(detail));
  const [prizes, setPrizes] = useState(() => prizesText(detail.prizes));
  const [state, setState] = useState<'written' | 'pressed' | 'saved'>('written');
  const saving = useAct(
    (body: AwardsRequest, options) => putEventContestAwards(eventId, body, options),
    (saved) => {
      setState('saved');
      done(saved);
    },
  );
  if (detail.can.change !== true) return null;
  const read = prizesFrom(prizes);
  const wrong = errorsOf(ties, read);
  const errors = state === 'pressed' ? wrong : {};
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setState('pressed');
    if (read === null || Object.keys(wrong).length > 0) return;
    saving.act({ prizes: read, ties: ties.flatMap(({ tied, order, words }) => (order.trim() === '' ? [] : [{ numbers: orderFrom(order, tied) ?? [], words: words.trim() }])) });
  };
  const change = (at: TieWritten, more: Partial<TieWritten>): void => {
    setState('written');
    setTies(ties.map((each) => (each === at ? { ...each, ...more } : each)));
  };
  return (
    <form noValidate onSubmit={send} aria-label={t('app.contest.award')}>
      {state === 'saved' ? <Banner kind="good" role="status" level={3} className="mb4" title={t('app.contest.saved')} /> : null}
      <FailureBanner error={saving.error} />
      <FormErrors errors={errors} />
      {ties.map((tie) => (
        <Tie key={nameOf(tie)} tie={tie} errors={errors} change={(more) => change(tie, more)} />
      ))}
      <TextArea
        t={t}
        name="prizes"
        need="optional"
        rows={3}
        maxLength={900}
        label={t('app.contest.prizes')}
        value={prizes}
        error={errors['prizes']}
        onChange={({ target }) => {
          setState('written');
          setPrizes(target.value);
        }}
      />
      <p className="mt4">
        <Button kind="outline" size="m">
          {t(saving.pending ? 'app.sending' : 'app.contest.award')}
        </Button>
      </p>
    </form>
  );
}

function Tie({ tie, errors, change }: { readonly tie: TieWritten; readonly errors: Readonly<Record<string, string>>; readonly change: (more: Partial<TieWritten>) => void }): ReactElement {
  const [order, words] = [`order-${nameOf(tie)}`, `words-${nameOf(tie)}`];
  const numbers = tie.tied.join('、');
  return (
    <fieldset className="either mt4">
      <legend className="num">{t('app.contest.tie', { numbers })}</legend>
      <TextInput t={t} name={order} need="optional" autoComplete="off" maxLength={120} label={t('app.contest.tie.order', { numbers })} value={tie.order} error={errors[order]} onChange={({ target }) => change({ order: target.value })} />
      <TextInput t={t} name={words} need={needsWords(tie) ? 'required' : 'optional'} autoComplete="off" maxLength={200} label={t('app.contest.tie.words', { numbers })} value={tie.words} error={errors[words]} onChange={({ target }) => change({ words: target.value })} />
    </fieldset>
  );
}
