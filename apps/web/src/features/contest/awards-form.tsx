import { putEventContestAwards, type AwardsRequest, type ContestDetail } from '@yoriai/api-client';
import { Banner, Button, TextArea, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import type { ContestPart } from './contest-screen.js';
import { orderFrom, prizesFrom, prizesText } from './reading.js';

/** A tie as it is written: an empty order decides nothing. */
interface TieWritten {
  readonly tied: readonly number[];
  readonly order: string;
  readonly words: string;
}

function tiesOf({ tied, ties }: ContestDetail): TieWritten[] {
  return tied.map((numbers) => {
    const decided = ties.find((tie) => tie.numbers.length === numbers.length && numbers.every((each) => tie.numbers.includes(each)));
    return { tied: numbers, order: decided?.numbers.join(' ') ?? '', words: decided?.words ?? '' };
  });
}

const isWrong = ({ tied, order, words }: TieWritten): boolean => order.trim() !== '' && (orderFrom(order, tied) === null || words.trim() === '');

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
  const pressed = state === 'pressed';
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setState('pressed');
    if (read === null || ties.some(isWrong)) return;
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
      {ties.map((tie) => (
        <Tie key={tie.tied.join(' ')} tie={tie} wrong={pressed && isWrong(tie)} change={(more) => change(tie, more)} />
      ))}
      <TextArea
        t={t}
        name="prizes"
        need="optional"
        rows={3}
        maxLength={900}
        label={t('app.contest.prizes')}
        value={prizes}
        error={pressed && read === null ? t('app.contest.prizes.wrong') : undefined}
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

function Tie({ tie, wrong, change }: { readonly tie: TieWritten; readonly wrong: boolean; readonly change: (more: Partial<TieWritten>) => void }): ReactElement {
  const name = tie.tied.join('-');
  return (
    <fieldset className="either mt4">
      <legend className="num">{t('app.contest.tie', { numbers: tie.tied.join('、') })}</legend>
      <TextInput t={t} name={`order-${name}`} need="optional" autoComplete="off" maxLength={120} label={t('app.contest.tie.order')} value={tie.order} error={wrong ? t('app.contest.tie.wrong') : undefined} onChange={({ target }) => change({ order: target.value })} />
      <TextInput t={t} name={`words-${name}`} need="optional" autoComplete="off" maxLength={200} label={t('app.contest.tie.words')} value={tie.words} onChange={({ target }) => change({ words: target.value })} />
    </fieldset>
  );
}
