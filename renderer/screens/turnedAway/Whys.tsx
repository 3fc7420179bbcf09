import type { Dispatch } from 'react';
import { TurnedAwayWhy } from '#domain/refusedTender';
import { turnedAway as words } from '../../messages/options.ts';
import { afterWhy, keyOfWhy, type TurnedAwayAction, type TurnedAwayForm, whyByKey } from './turnedAwayForm.ts';

type WhysProps = { form: TurnedAwayForm; send: Dispatch<TurnedAwayAction> };

/** Why it is not taken: a digit chooses, Enter goes on. */
export function Whys({ form, send }: WhysProps) {
  const { why } = form;
  const choose = (chosen: TurnedAwayWhy, key: string) => {
    send({ did: 'chose', why: chosen });
    if (!key.startsWith('Arrow')) send({ did: 'wentTo', place: afterWhy(chosen) });
  };
  return (
    <div>
      <div className="row">
        <h2 id="whys">{words.head}</h2>
      </div>
      <div
        role="listbox"
        aria-labelledby="whys"
        aria-activedescendant={why ? `why-${why}` : undefined}
        className="choices whys"
        data-first
        data-focus="why"
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const chosen = event.key === 'Enter' ? why : whyByKey(event.key, why);
          if (!chosen) return;
          event.preventDefault();
          choose(chosen, event.key);
        }}
      >
        {TurnedAwayWhy.options.map((one) => (
          <Why key={one} why={one} isChosen={one === why} onChoose={() => choose(one, '')} />
        ))}
      </div>
    </div>
  );
}

function Why({ why, isChosen, onChoose }: { why: TurnedAwayWhy; isChosen: boolean; onChoose: () => void }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div id={`why-${why}`} role="option" aria-selected={isChosen} className="choice why-option" onClick={onChoose}>
      <kbd>{keyOfWhy(why)}</kbd>
      <span>{words.why[why]}</span>
    </div>
  );
}
