import { postContestJudgeRemoval, postEventContestJudge, type ContestDetail } from '@yoriai/api-client';
import { Badge, Button, Checkbox, TextInput } from '@yoriai/ui';
import { useState, type FormEvent, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import { CopyButton } from '../../ui/copy-button.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct } from '../../ui/use-act.js';
import type { ContestPart } from './contest-screen.js';

/** 審査員: each with their link, and naming another one. */
export function Judges({ eventId, detail, done }: ContestPart): ReactElement {
  return (
    <section aria-labelledby="contest-judges">
      <h2 id="contest-judges">{t('app.contest.judges')}</h2>
      <p className="sub mt2">{t('app.contest.judges.lead')}</p>
      {detail.judges.map((judge) => (
        <Judge key={judge.id} judge={judge} done={done} />
      ))}
      {detail.can.change === true ? <Naming key={detail.judges.length} eventId={eventId} detail={detail} done={done} /> : null}
    </section>
  );
}

function Judge({ judge, done }: Pick<ContestPart, 'done'> & { readonly judge: ContestDetail['judges'][number] }): ReactElement {
  const removal = useAct((_: null, options) => postContestJudgeRemoval(judge.id, options), done);
  return (
    <div className="rowbox">
      <p className="row tight">
        <b>{judge.name}</b>
        {judge.head ? <Badge icon="tick">{t('app.contest.judge.is-head')}</Badge> : null}
      </p>
      <p className="sub num">{t('app.contest.judge.count', { count: judge.sheets })}</p>
      <p>
        <a className="more brk" href={judge.url}>
          {judge.url}
        </a>
      </p>
      <p className="row tight mt2">
        <CopyButton words={judge.url} label={t('app.invited.copy')} about={judge.name} />
      </p>
      <FailureBanner error={removal.error} />
      {judge.sheets > 0 ? <p className="sub mt2">{sentence('contest.judge-has-judged')}</p> : <ConfirmedButton label={t('app.contest.judge.remove', { name: judge.name })} kind="outline" pending={removal.pending} onYes={() => removal.act(null)} />}
    </div>
  );
}

function Naming({ eventId, detail, done }: ContestPart): ReactElement {
  const [name, write] = useState('');
  const [head, mark] = useState(false);
  const naming = useAct((body: { name: string; head: boolean }, options) => postEventContestJudge(eventId, body, options), done);
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    naming.act({ name, head });
  };
  return (
    <form noValidate className="mt4" onSubmit={send}>
      {Object.keys(naming.errors).length === 0 ? <FailureBanner error={naming.error} /> : null}
      <TextInput t={t} name="name" need="silent" label={t('app.contest.judge.name')} maxLength={60} autoComplete="off" value={name} error={naming.errors['name']} onChange={({ target }) => write(target.value)} />
      {detail.judges.some((judge) => judge.head) ? null : <Checkbox name="head" label={t('app.contest.judge.head')} checked={head} onChange={({ target }) => mark(target.checked)} />}
      <p className="mt3">
        <Button kind="outline" size="m">
          {t(naming.pending ? 'app.sending' : 'app.contest.judge.add')}
        </Button>
      </p>
    </form>
  );
}
