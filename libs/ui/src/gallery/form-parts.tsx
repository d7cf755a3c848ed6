import type { ReactElement } from 'react';
import { NativeSelect, TextArea, TextInput } from '../form/boxes.js';
import { CheckAnswers } from '../form/check-answers.js';
import { CheckboxList, RadioList } from '../form/choices.js';
import { DateFields } from '../form/date-fields.js';
import { ErrorSummary } from '../form/error-summary.js';
import { Steps } from '../form/steps.js';
import { Button } from '../page/button.js';
import { PaperBox } from '../page/paper-box.js';
import type { Translate } from '../texts/translate.js';
import { Shelf } from './shelf.js';

const STEPS = ['書く', 'たしかめる', 'おわり'] as const;

/** Forms, their errors and the page to check them. */
export function FormParts({ t }: { readonly t: Translate }): ReactElement {
  return (
    <>
      <Shelf title="書く">
        <div className="narrow">
          <Steps t={t} steps={STEPS} at={0} />
          <ErrorSummary
            t={t}
            errors={[
              { field: 'g-phone', text: '電話番号の数がたりません' },
              { field: 'g-kana', text: 'ふりがなを書いてください' },
            ]}
          />
          <GalleryForm t={t} />
        </div>
      </Shelf>
      <Shelf title="たしかめる">
        <div className="narrow">
          <Steps t={t} steps={STEPS} at={1} />
          <CheckAnswers
            t={t}
            answers={[
              { term: '席のしゅるい', value: 'いす席', changeHref: '#' },
              { term: '人数', value: '2人', changeHref: '#' },
              { term: 'お名前', value: '山田 はな子', changeButton: { name: 'back', value: 'name' } },
              { term: 'メール', value: '', changeHref: '#' },
            ]}
          />
        </div>
      </Shelf>
    </>
  );
}

function GalleryForm({ t }: { readonly t: Translate }): ReactElement {
  return (
    <form action="#" method="post" noValidate>
      <RadioList
        t={t}
        name="g-frame"
        label="席のしゅるい"
        defaultValue="chair"
        choices={[
          { value: 'chair', label: 'いす席', aside: 'あと24人' },
          { value: 'wheelchair', label: '車いす席', aside: 'あと3台', hint: '入口に近い席です' },
        ]}
      />
      <NativeSelect
        t={t}
        name="g-heads"
        label="何人で来ますか"
        hint="あなたも入れた人数。6人まで。"
        width="short"
        defaultValue="2"
        choices={['1', '2', '3'].map((heads) => ({ value: heads, label: `${heads}人` }))}
      />
      <TextBoxes t={t} />
      <DateFields t={t} name="g-date" label="開く日" year="2026" month="11" day="29" />
      <TextArea t={t} name="g-note" label="主催へのひとこと" need="optional" />
      <CheckboxList
        t={t}
        name="g-care"
        label="手伝いがいりますか"
        need="optional"
        choices={[
          { value: 'signing', label: '手話通訳の近くの席' },
          { value: 'escort', label: '受付から席までいっしょに行く' },
        ]}
      />
      <div className="mt6">
        <PaperBox>
          <p>
            <b>個人情報のつかい道</b>
          </p>
          <p className="mt1">主催が、受付と中止の連絡だけにつかいます。30日たったら消します。</p>
        </PaperBox>
      </div>
      <div className="mt6">
        <Button wide>内容をたしかめる</Button>
      </div>
    </form>
  );
}

function TextBoxes({ t }: { readonly t: Translate }): ReactElement {
  return (
    <>
      <TextInput t={t} name="g-name" label="お名前" autoComplete="name" defaultValue="山田 はな子" />
      <TextInput
        t={t}
        name="g-kana"
        label="ふりがな"
        hint="受付でお呼びするときに使います。"
        error="ひらがなで書いてください"
      />
      <TextInput
        t={t}
        name="g-phone"
        label="電話番号"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="mid"
        defaultValue="090-0000-01"
        error="あと2つ数字がいります。例：090-0000-0101"
      />
      <TextInput
        t={t}
        name="g-mail"
        label="メール"
        need="optional"
        type="email"
        hint="書くと、切符（QR）を送ります。"
      />
    </>
  );
}
