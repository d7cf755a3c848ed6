import { deleteFirstCheckRule, putFirstCheckRule, type FirstCheckCouncil, type FirstCheckCouncils } from '@yoriai/api-client';
import { Button, Checkbox, TextInput } from '@yoriai/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { paths } from '../../app/paths.js';
import { useLevel } from '../../app/session.js';
import { t } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner, Forbidden } from '../../ui/failure.js';
import { Screen } from '../../ui/screen.js';
import { useAct } from '../../ui/use-act.js';
import { CATEGORIES } from '../events/categories.js';
import { firstCheckRulesQuery } from './queries.js';

/** The usual number of business days in which a council answers. */
const USUAL = 5;

/** 協議会の確認: which councils look first, at what, and in how many days. */
export function CouncilsScreen(): ReactElement {
  return useLevel('staff') ? <Councils /> : <Forbidden code="approval.staff-only" />;
}

function Councils(): ReactElement {
  const found = useQuery(firstCheckRulesQuery);
  return (
    <Screen title={t('app.check.rules.title')} lead={t('app.check.rules.lead')} width="narrow" back={{ href: paths.desk(), label: t('app.desk.title') }}>
      <Answer of={found} inside>
        {({ items }) =>
          items.length === 0 ? (
            <p className="mt4">{t('app.check.rules.none')}</p>
          ) : (
            <ul className="papers mt4">
              {items.map((council) => (
                <Council key={council.id} of={council} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Screen>
  );
}

function Council({ of }: { readonly of: FirstCheckCouncil }): ReactElement {
  const [open, setOpen] = useState(false);
  const { rule } = of;
  return (
    <li>
      <h2 className="fs-18">{of.name}</h2>
      {open ? (
        <RuleForm of={of} leave={() => setOpen(false)} />
      ) : (
        <>
          <p className="sub num mt2">{rule === null ? t('app.check.rules.off') : t('app.check.rules.on', { days: rule.businessDays })}</p>
          {rule === null ? null : <p className="sub mt0">{t('app.check.rules.kinds', { kinds: kindsOf(rule.kinds) })}</p>}
          <p className="mt2">
            <Button type="button" kind="text" size="m" icon="pencil" about={`${of.name}：`} onClick={() => setOpen(true)}>
              {t('app.check.rules.change')}
            </Button>
          </p>
        </>
      )}
    </li>
  );
}

const kindsOf = (kinds: readonly string[] | null): string => (kinds === null ? t('app.check.rules.all') : CATEGORIES.filter((kind) => kinds.includes(kind)).map((kind) => t(`events.category.${kind}`)).join(t('app.told.leaving.and')));

function RuleForm({ of, leave }: { readonly of: FirstCheckCouncil; readonly leave: () => void }): ReactElement {
  const client = useQueryClient();
  const [days, setDays] = useState(String(of.rule?.businessDays ?? USUAL));
  const [kinds, setKinds] = useState<readonly string[]>(of.rule?.kinds ?? []);
  const [pressed, setPressed] = useState(false);
  const after = (councils: FirstCheckCouncils): void => {
    client.setQueryData(firstCheckRulesQuery.queryKey, councils);
    leave();
  };
  const saving = useAct((body: { kinds: string[] | null; businessDays: number }, options) => putFirstCheckRule(of.id, body, options), after);
  const stopping = useAct((_: null, options) => deleteFirstCheckRule(of.id, options), after);
  const businessDays = Number(days.normalize('NFKC'));
  const wrong = !Number.isInteger(businessDays) || businessDays < 1 || businessDays > 20;
  const save = (): void => {
    setPressed(true);
    if (!wrong) saving.act({ kinds: kinds.length === 0 ? null : [...kinds], businessDays });
  };
  return (
    <div className="stack mt3">
      <FailureBanner error={saving.error ?? stopping.error} />
      <TextInput t={t} name={`days-${of.id}`} need="silent" label={t('app.check.rules.days')} inputMode="numeric" size={4} {...(pressed && wrong ? { error: t('app.check.rules.days.wrong') } : {})} value={days} onChange={(box) => setDays(box.target.value)} />
      <fieldset>
        <legend>{t('app.check.rules.which')}</legend>
        <p className="sub">{t('app.check.rules.which.hint')}</p>
        {CATEGORIES.map((kind) => (
          <Checkbox key={kind} name={`kind-${of.id}-${kind}`} label={t(`events.category.${kind}`)} checked={kinds.includes(kind)} onChange={(box) => setKinds(box.target.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))} />
        ))}
      </fieldset>
      <div className="btns mt3">
        <Button type="button" onClick={save}>
          {saving.pending ? t('app.sending') : t('app.check.rules.save')}
        </Button>
        {of.rule === null ? null : <ConfirmedButton label={t('app.check.rules.stop')} kind="outline" pending={stopping.pending} onYes={() => stopping.act(null)} />}
        <Button type="button" kind="text" onClick={leave}>
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
