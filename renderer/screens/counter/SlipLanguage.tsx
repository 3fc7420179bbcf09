import type { Language } from '#domain/account';
import { CATALOGUES } from '#printing/languages/catalogue';
import { slipLanguage as words } from '../../messages/slipLanguage.ts';
import { CloseButton } from '../../ui/CloseButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { CounterForm } from './counterForm.ts';
import { languageOf } from './paidAccounts.ts';
import type { Send } from './useCounter.ts';

const LANGUAGES = Object.entries(CATALOGUES) as [Language, { language: string }][];

/** In which language beside English the payer reads the slip and the display. */
export function SlipLanguage({ form, send }: { form: CounterForm; send: Send }) {
  const language = languageOf(form);
  // Of a language without texts, English is all that is said.
  const chosen = CATALOGUES[language] ? language : 'en';
  const close = () => send({ did: 'keptTyping' });
  return (
    <Dialog title={words.title} onClose={close} foot={<CloseButton onClose={close} />}>
      <fieldset className="radios">
        <legend className="unseen">{words.title}</legend>
        {LANGUAGES.map(([one, texts]) => (
          <label key={one} className="radio">
            <input
              type="radio"
              name="language"
              checked={one === chosen}
              data-first={one === chosen ? '' : undefined}
              onChange={() => send({ did: 'choseLanguage', language: one })}
              onKeyDown={(event) => event.key === 'Enter' && close()}
            />
            {one === 'en' ? words.english : words.beside(texts.language)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

/** The language that the slip will speak beside English, or null. */
export function besideEnglish(form: CounterForm): string | null {
  const language = languageOf(form);
  return language === 'en' ? null : (CATALOGUES[language]?.language ?? null);
}
