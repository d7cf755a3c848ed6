import { putContestJudgeSheet } from '@yoriai/api-client';
import { Banner, Button, NativeSelect, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import type { ContestPart } from './contest-screen.js';
import { numbersFrom, pointsFrom } from './reading.js';

/** What a judge wrote on paper, number by number. */
export function PaperSheet({ detail, done }: ContestPart): ReactElement {
  const [judgeId, choose] = useState(detail.judges[0]?.id ?? '');
  const [written, write] = useState({ number: '', points: '' });
  const [said, say] = useState<number | 'wrong'>();
  const contest = detail.contest ?? { criteria: [], scale: 5 };
  const entering = useAct(
    ({ number, points }: { number: number; points: number[] }, options) => putContestJudgeSheet(judgeId, number, { points }, options),
    (saved, { number }) => {
      write({ number: '', points: '' });
      say(number);
      done(saved);
    },
  );
  const [number] = numbersFrom(written.number) ?? [];
  const points = pointsFrom(written.points, contest);
  const wrong = said === 'wrong';
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    if (number === undefined || points === null) return say('wrong');
    say(undefined);
    entering.act({ number, points });
  };
  return (
    <section aria-labelledby="contest-paper">
      <h2 id="contest-paper">{t('app.contest.paper')}</h2>
      <form noValidate onSubmit={send}>
        {typeof said === 'number' ? <Banner kind="good" role="status" level={3} className="mt3" title={t('contest.judging.saved', { number: said })} /> : null}
        <FailureBanner error={entering.error} />
        <NativeSelect t={t} name="judge" need="silent" label={t('contest.sheet.judge')} value={judgeId} choices={detail.judges.map(({ id, name }) => ({ value: id, label: name }))} onChange={({ target }) => choose(target.value)} />
        <TextInput t={t} name="number" need="silent" inputMode="numeric" width="short" autoComplete="off" maxLength={5} label={t('app.contest.paper.number')} value={written.number} error={wrong && number === undefined ? sentence('app.number') : undefined} onChange={({ target }) => write({ ...written, number: target.value })} />
        <TextInput t={t} name="points" need="silent" width="mid" autoComplete="off" maxLength={20} label={t('app.contest.paper.points')} hint={contest.criteria.join('、')} value={written.points} error={wrong && points === null ? t('app.contest.paper.wrong', { scale: contest.scale }) : undefined} onChange={({ target }) => write({ ...written, points: target.value })} />
        <p className="mt3">
          <Button kind="outline" size="m">
            {t(entering.pending ? 'app.sending' : 'app.contest.paper.save')}
          </Button>
        </p>
      </form>
    </section>
  );
}
